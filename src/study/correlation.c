#include "study/correlation.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>

/* The position of an input among what is drawn; the number of axes: it is not. */
static size_t axis_of(const Studied *studied, const ScenarioInput *input)
{
    size_t axis = 0;
    while (axis < studied->axis_count && studied->axes[axis].input != input)
        axis++;
    return axis;
}

static bool enter(double *matrix, const Studied *studied, const ScenarioCorrelation *correlation)
{
    const ScenarioInput *inputs = studied->model->scenario->inputs;
    size_t count = studied->axis_count;
    bool any = false;
    for (size_t i = 0; i < correlation->input_count; i++)
        for (size_t j = 0; j < i; j++) {
            size_t a = axis_of(studied, &inputs[correlation->inputs[i]]), b = axis_of(studied, &inputs[correlation->inputs[j]]);
            if (a == count || b == count)
                continue;
            matrix[a * count + b] = matrix[b * count + a] = correlation->coefficient;
            any = true;
        }
    return any;
}

/* What rounding leaves of a matrix that is not definite may pass the decomposition. */
static bool decompose(double *matrix, size_t count)
{
    const double least = 1e-6; /* of the diagonal of the factor, which is 1 without correlations */
    gsl_matrix_view view = gsl_matrix_view_array(matrix, count, count);
    if (gsl_linalg_cholesky_decomp1(&view.matrix) != GSL_SUCCESS)
        return false;
    bool definite = true;
    for (size_t i = 0; i < count; i++) {
        definite = definite && matrix[i * count + i] > least;
        for (size_t j = i + 1; j < count; j++)
            matrix[i * count + j] = 0;
    }
    return definite;
}

bool correlation_factor(double **out, Run *run, const Studied *studied)
{
    const Scenario *scenario = studied->model->scenario;
    size_t count = studied->axis_count;
    double *matrix = arena_array(run->arena, double, count * count);
    bool any = false;
    *out = NULL;
    for (size_t i = 0; i < count; i++)
        matrix[i * count + i] = 1;
    for (size_t i = 0; i < scenario->correlation_count; i++)
        any = enter(matrix, studied, &scenario->correlations[i]) || any;
    if (!any)
        return true;
    if (!decompose(matrix, count))
        return problem(run, PROBLEM_bad_correlation, scenario->correlations[0].place,
                       "no numbers can be correlated like this: the matrix of the correlations is not positive definite");
    *out = matrix;
    return true;
}
