/* Any bytes as a scenario: the guard, libconfig behind it, and the reading of the scenario, what its studies vary being open. */
#include "fuzz.h"

#include "model/adjust.h"
#include "scenario/scenario.h"

/* What the tree says stands where it says. */
static void check_setting(const Run *run, const Setting *setting)
{
    fuzz_check_place(run, setting->name_place);
    fuzz_check_place(run, setting->place);
    if (setting->name.length)
        fuzz_check(text_equal(source_text(&run->sources, setting->name_place), setting->name));
    for (size_t i = 0; i < setting->count; i++) {
        fuzz_check(setting->children[i].parent == setting);
        check_setting(run, &setting->children[i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzRun fuzz;
    const Knowledge *knowledge = fuzz_knowledge();
    Run *run = fuzz_run_begin(&fuzz);
    const Setting *root;
    const Scenario *scenario;
    /* run_read_file hands out a source that is there already, so no file is needed; @include finds none in this folder */
    const Text path = TEXT("no-such-folder/fuzz.cfg");
    const Source *source = source_add(&run->sources, run->arena, path, path, (Text){(const char *)data, size});
    if (settings_read_source(&root, run, source)) {
        check_setting(run, root);
        scenario_read(&scenario, run, knowledge->chart, &knowledge->companies, adjustment_kinds, path, path, &(ScenarioOptions){.open_studies = true});
    } else {
        fuzz_check(problem_count(&run->problems, SEVERITY_error) > 0);
    }
    fuzz_run_end(&fuzz);
    return 0;
}
