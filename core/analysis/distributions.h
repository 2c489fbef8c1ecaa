#pragma once

namespace icp {

// Tail probabilities and special functions. Everything in this room that needs them goes through here,
// because the one file behind it is the only one that compiles Boost.Math. Arguments outside a function's
// domain give the limit (0 or 1), never NaN.

double normalTail(double z);                     ///< P(Z > z)
double normalQuantile(double p);                 ///< z with P(Z <= z) = p, 0 < p < 1
double chiSquareTail(double x, double df);       ///< P(X > x); 1 when df <= 0
double studentTail(double t, double df);         ///< P(T > t); normal when df is infinite
double fTail(double f, double df1, double df2);  ///< P(F > f); chi-square when df2 is infinite
double betaCdf(double x, double a, double b);
double betaQuantile(double p, double a, double b);
double logGamma(double x);  ///< x > 0
double digamma(double x);   ///< x > 0
double trigamma(double x);  ///< x > 0
double logChoose(double n, double k);

}  // namespace icp
