#include "core/analysis/distributions.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>
#include <limits>

namespace icp {

namespace {
namespace bm = boost::math;
using Quiet = bm::policies::policy<bm::policies::domain_error<bm::policies::ignore_error>,
                                   bm::policies::pole_error<bm::policies::ignore_error>,
                                   bm::policies::overflow_error<bm::policies::ignore_error>,
                                   bm::policies::evaluation_error<bm::policies::ignore_error>,
                                   bm::policies::underflow_error<bm::policies::ignore_error>,
                                   bm::policies::promote_double<false>>;
constexpr Quiet quiet{};
constexpr double root2 = 1.41421356237309504880;
}  // namespace

double normalTail(double z) { return 0.5 * std::erfc(z / root2); }

double normalQuantile(double p) {
    if (!(p > 0) || !(p < 1))
        return p >= 1 ? std::numeric_limits<double>::max() : std::numeric_limits<double>::lowest();
    return -root2 * bm::erfc_inv(2 * p, quiet);
}

double chiSquareTail(double x, double df) {
    if (!(x > 0) || !(df > 0)) return 1;
    if (std::isinf(df)) return 1;
    return std::isinf(x) ? 0 : bm::gamma_q(df / 2, x / 2, quiet);
}

double studentTail(double t, double df) {
    if (!(df > 0) || t == 0 || std::isnan(t)) return 0.5;
    if (std::isinf(df)) return normalTail(t);
    const double tail = std::isinf(t) ? 0 : 0.5 * bm::ibeta(df / 2, 0.5, df / (df + t * t), quiet);
    return t > 0 ? tail : 1 - tail;
}

double fTail(double f, double df1, double df2) {
    if (!(f > 0) || !(df1 > 0) || !(df2 > 0)) return 1;
    if (std::isinf(f)) return 0;
    if (std::isinf(df2)) return chiSquareTail(f * df1, df1);
    if (std::isinf(df1)) return 1 - chiSquareTail(df2 / f, df2);
    return bm::ibeta(df2 / 2, df1 / 2, df2 / (df2 + df1 * f), quiet);
}

double betaCdf(double x, double a, double b) {
    if (!(x > 0)) return 0;
    return x >= 1 ? 1 : bm::ibeta(a, b, x, quiet);
}

double betaQuantile(double p, double a, double b) {
    if (!(p > 0)) return 0;
    return p >= 1 ? 1 : bm::ibeta_inv(a, b, p, quiet);
}

double logGamma(double x) { return bm::lgamma(x, quiet); }
double digamma(double x) { return bm::digamma(x, quiet); }
double trigamma(double x) { return bm::trigamma(x, quiet); }

double logChoose(double n, double k) { return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1); }

}  // namespace icp
