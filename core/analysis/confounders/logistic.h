#pragma once

#include <span>
#include <vector>

namespace icp {

/// Units that share their values, for a logistic regression.
struct LogisticCell {
    std::vector<double> x;  ///< with a 1 for the intercept where one is wanted
    double n = 0;
    double positives = 0;
};
enum class Penalty {
    None,
    Firth  ///< Jeffreys' prior (Firth 1993): finite under separation (Heinze & Schemper 2002)
};
struct LogisticFit {
    bool converged = false;  ///< false: coefficients are 0 with error 0
    std::vector<double> coefficients;
    std::vector<double> errors;      ///< standard errors from the information at the fit
    std::vector<double> covariance;  ///< of the coefficients, row by row
};
/// By iteratively re-weighted least squares with halved steps. All cells have x of one length.
LogisticFit logisticFit(std::span<const LogisticCell> cells, Penalty penalty);

}  // namespace icp
