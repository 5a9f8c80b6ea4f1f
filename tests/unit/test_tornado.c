/* Derivatives and swings of the shipped purchase, beside finite differences of a copy of its program in which nothing is rounded. */
#include "job/studying.h"
#include "model/evaluate.h"
#include "study/curve.h"
#include "study/tornado.h"
#include "unit.h"

#include <math.h>
#include <string.h>

static jmp_buf memory_ended;

typedef struct {
    Run run;
    Studied studied;
    Varied varied[200];
} Opened;

static Opened *opened_begin(const char *figure)
{
    Opened *out = calloc(1, sizeof *out);
    static char config[4096], scenario[4096];
    static ProformaRequest request;
    snprintf(config, sizeof config, "%s", unit_repo_path("config"));
    snprintf(scenario, sizeof scenario, "%s", unit_repo_path("scenarios/purchase.cfg"));
    out->run = (Run){.arena = arena_create(&memory_ended), .config_folder = text_of(config)};
    request = (ProformaRequest){.scenario = scenario};
    Loaded loaded = {0};
    Studying *studying = arena_new(out->run.arena, Studying);
    ck_assert(load_knowledge(&loaded, &out->run) && load_scenario(&loaded, &out->run, &request));
    for (size_t i = 0; i < loaded.scenario->input_count; i++)
        out->varied[i].name = text_format(out->run.arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(loaded.scenario->inputs[i].group),
                                          TEXT_ARGUMENTS(loaded.scenario->inputs[i].name));
    Text shows[] = {text_of(figure)};
    ck_assert(studying_load(studying, &out->run, &request, out->varied, loaded.scenario->input_count));
    ck_assert(studying_open(&out->studied, studying, shows, 1));
    return out;
}

static void opened_end(Opened *opened)
{
    arena_destroy(opened->run.arena);
    free(opened);
}

/* The figure of the program as it is given, with one input changed. */
static double figure_at(Opened *opened, const Program *program, Slot input, double number)
{
    double *lane = arena_array(opened->run.arena, double, program->values.count);
    evaluate_fill(program, lane, 1);
    lane[input] = number;
    evaluate(program, lane, 1);
    return lane[opened->studied.figures[0].slot];
}

/* Not curve_unrounded: each ROUND becomes its operand twice over, MAXIMUM of a and a. */
static Program copy_without_rounding(Arena *arena, const Program *program)
{
    Program out = *program;
    out.ops.items = arena_array(arena, Op, program->ops.count);
    memcpy(out.ops.items, program->ops.items, program->ops.count * sizeof *out.ops.items);
    for (size_t i = 0; i < out.ops.count; i++)
        if (out.ops.items[i].code == OP_ROUND) {
            out.ops.items[i].code = OP_MAXIMUM;
            out.ops.items[i].b = out.ops.items[i].a;
        }
    return out;
}

static const char *const figures[] = {"pro_forma.eps.diluted", "pro_forma.net_income", "analysis.accretion.basic", "analysis.sources.total"};

START_TEST(derivatives_are_finite_differences)
{
    Opened *opened = opened_begin(figures[_i]);
    Tornado tornados;
    tornado(&tornados, opened->run.arena, &opened->studied, &opened->studied.figures[0]);
    Program exact = copy_without_rounding(opened->run.arena, &opened->studied.model->program);
    size_t checked = 0;
    for (size_t i = 0; i < tornados.ranged.count + tornados.others.count + tornados.idle.count; i++) {
        size_t other = i - tornados.ranged.count, idle = other - tornados.others.count;
        const TornadoBar *bar = i < tornados.ranged.count ? &tornados.ranged.items[i] : other < tornados.others.count ? &tornados.others.items[other] : &tornados.idle.items[idle];
        const StudyAxis *axis = bar->axis;
        if (isnan(bar->derivative)) /* options that vest in yearly parts */
            continue;
        double step = 1e-5 * axis->base_number;
        double above = figure_at(opened, &exact, axis->slot, axis->base_number + step), below = figure_at(opened, &exact, axis->slot, axis->base_number - step);
        double difference = (above - below) / (2 * step), slope = bar->derivative / curve_unit(&opened->studied, axis->unit);
        ck_assert_msg(fabs(slope - difference) <= 1e-6 * fabs(difference) + 1e-9 * fabs(above / axis->base_number), "%.*s: %.17g and %.17g", TEXT_ARGUMENTS(axis->name), slope, difference);
        checked += slope != 0 ? 1 : 0;
    }
    ck_assert_uint_ge(checked, 3);
    opened_end(opened);
}
END_TEST

START_TEST(swings_are_those_of_the_ends)
{
    Opened *opened = opened_begin(figures[_i]);
    Tornado tornados;
    tornado(&tornados, opened->run.arena, &opened->studied, &opened->studied.figures[0]);
    for (size_t i = 0; i < tornados.ranged.count; i++) {
        const TornadoBar *bar = &tornados.ranged.items[i];
        const InputNumber *range = bar->axis->input->range;
        const Program *program = &opened->studied.model->program;
        double from = figure_at(opened, program, bar->axis->slot, range[0].number), to = figure_at(opened, program, bar->axis->slot, range[1].number);
        ck_assert(bar->from.value == from && bar->to.value == to);
        ck_assert(bar->swing >= fabs(to - from));
        ck_assert(bar->least.inside || bar->largest.inside || bar->swing == fabs(to - from));
        ck_assert(i == 0 || bar->swing <= tornados.ranged.items[i - 1].swing);
    }
    opened_end(opened);
}
END_TEST

/* x (4 - x) over 0 to 3 is 0 and 3 at the ends, and 4 at 2, which lies inside. */
START_TEST(an_extreme_may_lie_inside)
{
    Arena *arena = arena_create(&memory_ended);
    Scenario scenario = {.reporting = {UNIT_money, 3}};
    Model model = {.scenario = &scenario};
    ScenarioInput input = {.value = {.digits = 1}, .unit = {UNIT_ratio, 0}, .number = 1, .has_range = true, .range = {{{.digits = 0}, 0}, {{.digits = 3}, 3}}};
    program_begin(&model.program, arena);
    Slot x = program_input(&model.program, TEXT("a.x"), 1, (Place){0}), y = program_input(&model.program, TEXT("a.y"), 1, (Place){0});
    Slot figure_slot = program_op(&model.program, OP_MULTIPLY, x, program_op(&model.program, OP_SUBTRACT, program_constant(&model.program, 4), x, SLOT_NONE), SLOT_NONE);
    model.values = arena_array(arena, double, model.program.values.count);
    evaluate_fill(&model.program, model.values, 1);
    evaluate(&model.program, model.values, 1);
    StudyAxis axes[] = {{.name = TEXT("a.x"), .unit = input.unit, .slot = x, .has_base = true, .base_number = 1, .input = &input},
                        {.name = TEXT("a.y"), .unit = input.unit, .slot = y, .has_base = true, .base_number = 1, .input = &input}};
    StudyFigure figure = {.slot = figure_slot, .accretion = SLOT_NONE, .base = 3};
    Studied studied = {.model = &model, .axes = axes, .axis_count = 2, .figures = &figure, .figure_count = 1};
    Tornado out;
    tornado(&out, arena, &studied, &figure);
    ck_assert_uint_eq(out.ranged.count, 1);
    const TornadoBar *bar = &out.ranged.items[0];
    ck_assert(bar->from.value == 0 && bar->to.value == 3);
    ck_assert(!bar->least.inside && bar->largest.inside);
    ck_assert_double_eq_tol(bar->largest.value, 4, 1e-4);
    ck_assert_double_eq_tol(bar->largest.at, 2, 3.0 / 256);
    ck_assert_double_eq(bar->derivative, 2); /* 4 - 2 x at 1 */
    ck_assert_double_eq(bar->one_percent, 0.02);
    ck_assert_uint_eq(out.idle.count, 1); /* nothing is computed from y */
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tornado");
    unit_add(suite, "derivatives are finite differences", derivatives_are_finite_differences, UNIT_COUNT(figures));
    unit_add(suite, "swings are those of the ends", swings_are_those_of_the_ends, UNIT_COUNT(figures));
    unit_add(suite, "an extreme may lie inside", an_extreme_may_lie_inside, 1);
    return unit_run(suite);
}
