/* The scenario's figures to verify: what must come out, and where it is printed. */
#include "scenario/reading.h"

static void read_verify(Reading *reading, ScenarioVerify *out, const Setting *verify)
{
    out->key = verify->name;
    out->place = place_of_setting(verify, "value");
    if (!read_element(reading, verify))
        return;
    need_expression(reading, &out->name, &out->name_text, verify, "name");
    read_period(reading, &out->period, &out->has_period, verify, "period");
    read_basis(reading, &out->basis, &out->has_basis, verify, "basis");
    const Setting *value = setting_need(reading->run, verify, "value");
    if (value)
        read_printed(reading, &out->value, value);
    reading->good &= value != NULL;
    need_text(reading, &out->source, verify, "source");
}

void read_verifies(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *verifies = read_group(reading, out->root, "verify");
    out->verify_count = verifies ? verifies->count : 0;
    out->verifies = arena_array(reading->run->arena, ScenarioVerify, out->verify_count);
    for (size_t i = 0; i < out->verify_count; i++)
        read_verify(reading, &out->verifies[i], &verifies->children[i]);
}
