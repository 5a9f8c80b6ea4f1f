#include "scenario/security.h"

size_t scenario_security_count(const Scenario *scenario)
{
    return scenario->potential_count + scenario->tranche_count + scenario->convertible_count + 1;
}

SecurityAt scenario_security(const Scenario *scenario, size_t index)
{
    const size_t counts[] = {scenario->potential_count, scenario->tranche_count, scenario->convertible_count};
    for (SecurityKind kind = SECURITY_potential; kind < SECURITY_printed; kind++) {
        if (index < counts[kind])
            return (SecurityAt){kind, index};
        index -= counts[kind];
    }
    return (SecurityAt){SECURITY_printed, 0};
}

Text scenario_security_name(const Scenario *scenario, size_t index)
{
    SecurityAt at = scenario_security(scenario, index);
    switch (at.kind) {
    case SECURITY_potential: return scenario->potentials[at.position].name;
    case SECURITY_tranche: return scenario->tranches[at.position].name;
    case SECURITY_convertible: return scenario->convertibles[at.position].name;
    case SECURITY_printed: break;
    }
    return TEXT("printed");
}

static bool lists(const ScenarioSecurity *securities, size_t count, Text company)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(securities[i].company, company))
            return true;
    return false;
}

bool scenario_lists_securities(const Scenario *scenario, size_t company)
{
    Text id = scenario->companies[company].company.id;
    return lists(scenario->tranches, scenario->tranche_count, id) || lists(scenario->convertibles, scenario->convertible_count, id);
}
