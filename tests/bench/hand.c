/* The formula of purchase.cfg, written from the scenario and the filings that it names, as fast as a careful hand makes it: what depends on
 * the ratio alone is computed once a row, what on nothing by the compiler, and no figure is stored that is not shown. HAND names the function.
 * Amounts in thousands. Sums of whole amounts are exact in any order; quotients are taken as the rules say, so that the bits are the same. */
#include "hand.h"

#include <math.h>

/* fmax() treats NaN in a way that has no vector code. */
static double above_zero(double value)
{
    return value > 0 ? value : 0;
}

/* Treasury stock method, of the options rolled over at the ratio. `earned`: of one option, not yet recognised. */
static double potential(double rolled, double strike, double earned, double ratio)
{
    const double average_price = 27;
    return rolled * above_zero(1 - (strike + earned / ratio) / average_price);
}

void HAND(double ratio, const double *prices, size_t count, double *restrict results)
{
    const double early = 6000, early_unvested = 0.3, early_served = 0.6, late = 8000, late_unvested = 0.8, late_served = 0.3, tax_rate = 0.4;
    const double awards = early * 36 + late * 28, direct_costs = 20000;
    /* equity, goodwill and intangibles of the target; intangibles, research, deferred revenue and deferred tax of the purchase */
    const double net_assets = 667562 - 250671 - 35000 + 255000 + 25000 + 29227 - 113691;
    const double acquirer_income = 33540, acquirer_basic = 394496, printed = 421859 - acquirer_basic, acquirer_diluted = 421859;
    /* the target's loss, amortization with its tax, merger costs taken out */
    const double other_income = acquirer_income - 3035 - 8585 + 3434 + 10600, own_amortization = 7746;
    const double issued = 92482.834 * ratio, basic = acquirer_basic + issued;
    const double early_strike = 6 / ratio, late_strike = 18 / ratio, early_rolled = early * ratio, late_rolled = late * ratio;
    for (size_t i = 0; i < count; i++) {
        double price = prices[i], paid = price * ratio, early_gain = above_zero(paid - 6), late_gain = above_zero(paid - 18);
        double early_deferred = round(early * early_unvested * (1 - early_served) * early_gain);
        double late_deferred = round(late * late_unvested * (1 - late_served) * late_gain);
        double goodwill = round(issued * price) + awards + direct_costs - (net_assets + early_deferred + late_deferred);
        double expense = round(early_deferred * 11340 / 60480) + round(late_deferred * 13860 / 90720) - own_amortization;
        double income = other_income - expense - round(-expense * tax_rate);
        double early_shares = potential(early_rolled, early_strike, early_unvested * (1 - early_served) * early_gain * 29 / 32, ratio);
        double late_shares = potential(late_rolled, late_strike, late_unvested * (1 - late_served) * late_gain * 133 / 144, ratio);
        double diluted = income > 0 ? basic + early_shares + late_shares + printed : basic;
        double eps_basic = income / basic, eps_diluted = income / diluted;
        results[HAND_basic * count + i] = eps_basic;
        results[HAND_diluted * count + i] = eps_diluted;
        results[HAND_accretion_basic * count + i] = eps_basic / (acquirer_income / acquirer_basic) - 1;
        results[HAND_accretion_diluted * count + i] = eps_diluted / (acquirer_income / acquirer_diluted) - 1;
        results[HAND_goodwill * count + i] = above_zero(goodwill);
    }
}
