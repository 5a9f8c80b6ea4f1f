/* Reading order: the points, a bracket, a turn, what lies around a root, roots that rounding made of one, all. */
#include "study/solve.h"

#include "base/amount.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_roots.h>
#include <math.h>

/* A kink is told of when it is within this part of the whole range. */
#define BESIDE 0.01
/* Between neighbouring doubles a figure without a gap changes by far less than this part of its change between two points. */
#define GAP 1e-3

typedef struct {
    Solution *out;
    Arena *arena;
    const Curve *curve;
    gsl_root_fsolver *bracketing;
    gsl_min_fminimizer *turning;
    double *at, *over; /* of each point: the variable; the figure less the wanted value */
    double sign;       /* of a turn: which side of the wanted value it is looked for on */
} Solving;

static double over_at(const Solving *solving, double at)
{
    return curve_value(solving->curve, at) - solving->out->wanted;
}

static double over_function(double at, void *context)
{
    return over_at(context, at);
}

static double side_function(double at, void *context)
{
    const Solving *solving = context;
    return solving->sign * over_at(solving, at);
}

/* ---- the points ---- */

static void lay_points(Solving *solving, size_t points)
{
    Solution *out = solving->out;
    if (solving->curve->whole && out->high - out->low + 1 < (double)points)
        points = (size_t)(out->high - out->low) + 1;
    out->points = points;
    solving->at = arena_array(solving->arena, double, points);
    solving->over = arena_array(solving->arena, double, points);
    for (size_t i = 0; i < points; i++) {
        double at = out->low + (out->high - out->low) * ((double)i / (double)(points - 1));
        solving->at[i] = solving->curve->whole ? round_half_away(at) : i + 1 == points ? out->high : at;
    }
}

static void note_value(Solution *out, double at, double value)
{
    if (isnan(value)) {
        out->blank_first = out->blank++ ? out->blank_first : at;
        out->blank_last = at;
        return;
    }
    if (!(value >= out->least)) {
        out->least = value;
        out->least_at = at;
    }
    if (!(value <= out->largest)) {
        out->largest = value;
        out->largest_at = at;
    }
    if (!(fabs(value - out->wanted) >= fabs(out->nearest - out->wanted))) {
        out->nearest = value;
        out->nearest_at = at;
    }
}

static void look_at_points(Solving *solving)
{
    Solution *out = solving->out;
    out->least = out->largest = out->nearest = NAN;
    curve_values(solving->over, solving->curve, solving->at, out->points);
    for (size_t i = 0; i < out->points; i++) {
        note_value(out, solving->at[i], solving->over[i]);
        solving->over[i] -= out->wanted;
    }
}

/* ---- a bracket ---- */

static double taken_at(const Solving *solving, double at)
{
    return solving->curve->whole ? round_half_away(at) : at;
}

static void add_root(Solving *solving, RootKind kind, double at)
{
    at = taken_at(solving, at);
    *list_push(solving->arena, &solving->out->roots) = (Root){.kind = kind, .at = at, .value = curve_value(solving->curve, at), .low = at, .high = at, .passes = 1};
}

/* Neighbours between which nothing was rounded otherwise, or a test turned out otherwise, are a gap; `change`: of the figure between two points. */
static bool is_gap(const Solving *solving, double low, double high, double below, double above, double change)
{
    bool chosen = !curve_same(solving->curve, low, high, CURVE_choices);
    bool rounded = solving->curve->whole || !curve_same(solving->curve, low, high, CURVE_amounts);
    return (chosen || !rounded) && fabs(above - below) > GAP * fabs(change);
}

/* Halves until the ends are neighbours, or one of them is the root. */
static void narrow(const Solving *solving, double ends[2], double over[2])
{
    for (double middle; middle = ends[0] + (ends[1] - ends[0]) / 2, middle > ends[0] && middle < ends[1] && over[0] != 0 && over[1] != 0;) {
        double there = over_at(solving, middle);
        if (isnan(there))
            return;
        size_t end = (there < 0) == (over[0] < 0) ? 0 : 1;
        ends[end] = middle;
        over[end] = there;
    }
}

/* The method that GSL recommends; where the figure goes in steps it becomes halving. */
static void bracket(Solving *solving, double ends[2], double over[2])
{
    enum { MOST_STEPS = 200 };
    gsl_function function = {over_function, solving};
    int status = gsl_root_fsolver_set(solving->bracketing, &function, ends[0], ends[1]);
    for (int i = 0; i < MOST_STEPS && status == GSL_SUCCESS; i++) {
        double width = gsl_root_fsolver_x_upper(solving->bracketing) - gsl_root_fsolver_x_lower(solving->bracketing);
        status = gsl_root_fsolver_iterate(solving->bracketing);
        double low = gsl_root_fsolver_x_lower(solving->bracketing), high = gsl_root_fsolver_x_upper(solving->bracketing);
        if (status != GSL_SUCCESS || high - low >= width)
            break;
        ends[0] = low;
        ends[1] = high;
    }
    over[0] = over_at(solving, ends[0]);
    over[1] = over_at(solving, ends[1]);
    narrow(solving, ends, over);
}

/* Between two values on either side of the wanted one. */
static void find_between(Solving *solving, double low, double high, double below, double above)
{
    double ends[2] = {low, high}, over[2] = {below, above};
    bracket(solving, ends, over);
    bool first = fabs(over[0]) <= fabs(over[1]);
    bool gap = over[0] != 0 && over[1] != 0 && is_gap(solving, ends[0], ends[1], over[0], over[1], above - below);
    add_root(solving, gap ? ROOT_jump : ROOT_crossing, ends[first ? 0 : 1]);
    Root *root = &solving->out->roots.items[solving->out->roots.count - 1];
    if (gap) {
        root->low = ends[0];
        root->high = ends[1];
        root->before = over[0] + solving->out->wanted;
        root->after = over[1] + solving->out->wanted;
    }
}

/* ---- a turn ---- */

/* How far from the wanted value a figure that only touches it may be: what rounding moves it by there, and a few last digits. */
static double touch_width(const Solving *solving, double at)
{
    static const double last_digits = 1e-12;
    const Solution *out = solving->out;
    double rounded, smooth;
    curve_values(&rounded, solving->curve, &at, 1);
    curve_smooth_values(&smooth, solving->curve, &at, 1);
    return fabs(rounded - smooth) + last_digits * (fabs(out->wanted) + (out->largest - out->least));
}

/* A method for smooth turns stops near a sharp one, which is where a choice changes. */
static double sharp_turn(const Solving *solving, double at, double low, double high)
{
    double reach[2], best = at;
    curve_reach(reach, solving->curve, at, low, high, CURVE_choices);
    for (size_t i = 0; i < 2; i++)
        if (solving->sign * over_at(solving, reach[i]) < solving->sign * over_at(solving, best))
            best = reach[i];
    return best;
}

static double turn_between(Solving *solving, size_t point)
{
    enum { MOST_STEPS = 100 };
    gsl_function function = {side_function, solving};
    double at = solving->at[point];
    int status = gsl_min_fminimizer_set(solving->turning, &function, at, solving->at[point - 1], solving->at[point + 1]);
    for (int i = 0; i < MOST_STEPS && status == GSL_SUCCESS; i++) {
        status = gsl_min_fminimizer_iterate(solving->turning);
        at = gsl_min_fminimizer_x_minimum(solving->turning);
        double low = gsl_min_fminimizer_x_lower(solving->turning), high = gsl_min_fminimizer_x_upper(solving->turning);
        if (gsl_min_test_interval(low, high, 0, 1e-15) == GSL_SUCCESS)
            break;
    }
    return sharp_turn(solving, at, solving->at[point - 1], solving->at[point + 1]);
}

/* Where the figure comes nearer than its neighbours on both sides, it may reach the wanted value between the points. */
static bool may_turn(const Solving *solving, size_t point)
{
    if (point == 0 || point + 1 >= solving->out->points)
        return false;
    double here = fabs(solving->over[point]), before = fabs(solving->over[point - 1]), after = fabs(solving->over[point + 1]);
    bool one_side = (solving->over[point - 1] < 0) == (solving->over[point] < 0) && (solving->over[point + 1] < 0) == (solving->over[point] < 0);
    return one_side && here < before && here < after && here <= fmax(before - here, after - here);
}

static void find_turn(Solving *solving, size_t point)
{
    solving->sign = solving->over[point] < 0 ? -1 : 1;
    double at = turn_between(solving, point), over = over_at(solving, at);
    if (solving->sign * over < 0) {
        find_between(solving, solving->at[point - 1], at, solving->over[point - 1], over);
        find_between(solving, at, solving->at[point + 1], over, solving->over[point + 1]);
    } else if (fabs(over) <= touch_width(solving, at)) {
        add_root(solving, ROOT_touch, at);
    }
}

/* ---- points that are roots ---- */

/* The last double towards `other`, where the figure has another value, at which it has the wanted one. */
static double stretch_end(const Solving *solving, double at, double other)
{
    for (double middle; middle = at + (other - at) / 2, middle != at && middle != other;) {
        if (over_at(solving, middle) == 0)
            at = middle;
        else
            other = middle;
    }
    return at;
}

static bool is_opposite(double a, double b)
{
    return (a < 0 && b > 0) || (a > 0 && b < 0);
}

/* From the first of points that are roots to the last. */
static void find_at(Solving *solving, size_t first, size_t last)
{
    const Solution *out = solving->out;
    double before = first > 0 ? solving->over[first - 1] : NAN, after = last + 1 < out->points ? solving->over[last + 1] : NAN;
    bool turned = !isnan(before) && !isnan(after) && !is_opposite(before, after);
    double low = solving->at[first], high = solving->at[last];
    add_root(solving, first < last ? ROOT_stretch : turned ? ROOT_touch : ROOT_crossing, low + (high - low) / 2);
    Root *root = &solving->out->roots.items[out->roots.count - 1];
    if (first == last)
        return;
    root->low = isnan(before) ? low : stretch_end(solving, low, solving->at[first - 1]);
    root->high = isnan(after) ? high : stretch_end(solving, high, solving->at[last + 1]);
    if (solving->curve->whole) {
        root->low = round_half_away(root->low);
        root->high = round_half_away(root->high);
    }
    root->at = taken_at(solving, root->low + (root->high - root->low) / 2);
}

static void find_roots(Solving *solving)
{
    for (size_t i = 0; i < solving->out->points; i++) {
        size_t last = i;
        while (solving->over[i] == 0 && last + 1 < solving->out->points && solving->over[last + 1] == 0)
            last++;
        if (solving->over[i] == 0)
            find_at(solving, i, last);
        else if (may_turn(solving, i))
            find_turn(solving, i);
        i = last;
        if (i + 1 < solving->out->points && is_opposite(solving->over[i], solving->over[i + 1]))
            find_between(solving, solving->at[i], solving->at[i + 1], solving->over[i], solving->over[i + 1]);
    }
}

/* ---- roots that rounding made of one ---- */

/* Between them the figure is no farther from the wanted value than rounding moves it. */
static bool are_one(const Solving *solving, const Root *a, const Root *b)
{
    enum { PROBES = 32 };
    double at[PROBES], rounded[PROBES], smooth[PROBES], noise = 0, swing = 0;
    if (solving->curve->point || a->kind == ROOT_jump || b->kind == ROOT_jump)
        return false;
    for (size_t i = 0; i < PROBES; i++)
        at[i] = a->at + (b->at - a->at) * ((double)i / (PROBES - 1));
    curve_values(rounded, solving->curve, at, PROBES);
    curve_smooth_values(smooth, solving->curve, at, PROBES);
    for (size_t i = 0; i < PROBES; i++) {
        noise = fmax(noise, fabs(rounded[i] - smooth[i]));
        swing = fmax(swing, fabs(smooth[i] - solving->out->wanted));
    }
    return swing <= 2 * noise;
}

/* Of several the one in the middle stands for all; an even number of them ends on the side on which it began. */
static void merge_roots(Solving *solving)
{
    Solution *out = solving->out;
    size_t kept = 0;
    for (size_t i = 0, next; i < out->roots.count; i = next) {
        next = i + 1;
        while (next < out->roots.count && are_one(solving, &out->roots.items[next - 1], &out->roots.items[next]))
            next++;
        Root one = out->roots.items[i + (next - i - 1) / 2];
        one.passes = next - i;
        one.low = out->roots.items[i].low;
        one.high = out->roots.items[next - 1].high;
        if (one.passes > 1)
            one.kind = one.passes % 2 ? ROOT_crossing : ROOT_touch;
        out->roots.items[kept++] = one;
    }
    out->roots.count = kept;
}

/* ---- what lies around a root ---- */

static void measure_step(const Solving *solving, Root *root)
{
    double reach[2];
    root->stepped = !solving->curve->whole && curve_has(solving->curve, CURVE_amounts);
    if (!root->stepped || root->kind == ROOT_stretch || root->kind == ROOT_jump)
        return;
    curve_reach(reach, solving->curve, root->low, solving->out->low, solving->out->high, CURVE_amounts);
    root->low = reach[0];
    if (root->passes > 1)
        curve_reach(reach, solving->curve, root->high, solving->out->low, solving->out->high, CURVE_amounts);
    root->high = reach[1];
}

static bool is_kink(Root *root, const Curve *curve, double below, double above)
{
    static const double alike = 1e-9;
    root->slope_below = curve_slope(curve, below);
    root->slope_above = curve_slope(curve, above);
    root->kink = above;
    return fabs(root->slope_above - root->slope_below) > alike * fmax(fabs(root->slope_above), fabs(root->slope_below));
}

static void look_for_kink(const Solving *solving, Root *root)
{
    const Solution *out = solving->out;
    double reach[2], beside = BESIDE * (out->high - out->low);
    root->slope = curve_slope(solving->curve, root->at);
    if (!curve_has(solving->curve, CURVE_choices) || root->kind == ROOT_stretch)
        return;
    curve_reach(reach, solving->curve, root->at, out->low, out->high, CURVE_choices);
    double below = root->at - reach[0], above = reach[1] - root->at;
    bool near_below = below <= beside && reach[0] > out->low, near_above = above <= beside && reach[1] < out->high;
    if (near_above && (!near_below || above < below))
        root->kinked = is_kink(root, solving->curve, reach[1], nextafter(reach[1], out->high));
    if (near_below && !root->kinked)
        root->kinked = is_kink(root, solving->curve, nextafter(reach[0], out->low), reach[0]);
    if (near_above && !root->kinked)
        root->kinked = is_kink(root, solving->curve, reach[1], nextafter(reach[1], out->high));
}

/* ---- decimals ---- */

/* A step of rounding begins a little before the half (base/amount: round_decimal): inside a stretch the decimal of 8 places is told where the
 * figure is the same. */
static double neat_value(const Curve *curve, const Root *root)
{
    const double places = 1e8;
    double neat = round_half_away(root->at * places) / places;
    bool inside = root->low < root->at && root->at < root->high;
    return inside && curve_value(curve, neat) == curve_value(curve, root->at) ? neat : root->at;
}

/* ---- all ---- */

size_t solution_root_count(const Solution *solution)
{
    size_t count = 0;
    for (size_t i = 0; i < solution->roots.count; i++)
        count += solution->roots.items[i].kind != ROOT_jump;
    return count;
}

static void solve_with(Solving *solving, size_t points)
{
    lay_points(solving, points);
    look_at_points(solving);
    find_roots(solving);
    merge_roots(solving);
    for (size_t i = 0; i < solving->out->roots.count; i++) {
        measure_step(solving, &solving->out->roots.items[i]);
        look_for_kink(solving, &solving->out->roots.items[i]);
        solving->out->roots.items[i].at = neat_value(solving->curve, &solving->out->roots.items[i]);
    }
}

static void release(gsl_root_fsolver *bracketing, gsl_min_fminimizer *turning)
{
    gsl_min_fminimizer_free(turning);
    gsl_root_fsolver_free(bracketing);
}

/* What GSL holds is not the arena's: where memory ends, it is freed on the way out. */
void solve(Solution *out, Arena *arena, const Curve *curve, double low, double high, double wanted, size_t points)
{
    gsl_set_error_handler_off();
    gsl_root_fsolver *bracketing = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    gsl_min_fminimizer *turning = gsl_min_fminimizer_alloc(gsl_min_fminimizer_brent);
    jmp_buf memory_ended, *outer = arena_catch(arena, &memory_ended);
    if (setjmp(memory_ended) || !bracketing || !turning) {
        arena_catch(arena, outer);
        release(bracketing, turning);
        arena_out_of_memory(arena);
    }
    *out = (Solution){.low = low, .high = high, .wanted = wanted, .whole = curve->whole};
    Solving solving = {.out = out, .arena = arena, .curve = curve, .bracketing = bracketing, .turning = turning};
    solve_with(&solving, points);
    arena_catch(arena, outer);
    release(bracketing, turning);
}
