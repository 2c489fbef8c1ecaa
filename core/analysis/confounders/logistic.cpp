#include "core/analysis/confounders/logistic.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

/// A symmetric positive definite matrix turned over in place (Gauss-Jordan); its logarithmic determinant, or
/// NaN when it is singular.
double invert(std::vector<double>& m, std::size_t size) {
    double logDeterminant = 0;
    double largest = 0;
    for (std::size_t i = 0; i < size; ++i) largest = std::max(largest, m[i * size + i]);
    for (std::size_t k = 0; k < size; ++k) {
        const double pivot = m[k * size + k];
        if (!(pivot > 1e-12 * largest)) return std::nan("");
        logDeterminant += std::log(pivot);
        m[k * size + k] = 1;
        for (std::size_t j = 0; j < size; ++j) m[k * size + j] /= pivot;
        for (std::size_t i = 0; i < size; ++i) {
            if (i == k) continue;
            const double factor = m[i * size + k];
            m[i * size + k] = 0;
            for (std::size_t j = 0; j < size; ++j) m[i * size + j] -= factor * m[k * size + j];
        }
    }
    return logDeterminant;
}

struct State {
    std::vector<double> covariance;
    std::vector<double> score;
    double likelihood = std::nan("");
};

State stateAt(std::span<const LogisticCell> cells, const std::vector<double>& beta, Penalty penalty) {
    const std::size_t size = beta.size();
    State state;
    state.covariance.assign(size * size, 0);
    state.score.assign(size, 0);
    double likelihood = 0;
    std::vector<double> rates;
    for (const LogisticCell& cell : cells) {
        double eta = 0;
        for (std::size_t i = 0; i < size; ++i) eta += beta[i] * cell.x[i];
        const double rate = 1 / (1 + std::exp(-eta));
        rates.push_back(rate);
        likelihood +=
            cell.positives * eta - cell.n * (std::max(eta, 0.0) + std::log1p(std::exp(-std::abs(eta))));
        const double weight = cell.n * rate * (1 - rate);
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = 0; j < size; ++j)
                state.covariance[i * size + j] += weight * cell.x[i] * cell.x[j];
    }
    const double logDeterminant = invert(state.covariance, size);
    if (!std::isfinite(logDeterminant)) return state;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const LogisticCell& cell = cells[c];
        double residual = cell.positives - cell.n * rates[c];
        if (penalty == Penalty::Firth) {
            double leverage = 0;
            for (std::size_t i = 0; i < size; ++i)
                for (std::size_t j = 0; j < size; ++j)
                    leverage += cell.x[i] * state.covariance[i * size + j] * cell.x[j];
            leverage *= cell.n * rates[c] * (1 - rates[c]);
            residual += leverage * (0.5 - rates[c]);
        }
        for (std::size_t i = 0; i < size; ++i) state.score[i] += residual * cell.x[i];
    }
    state.likelihood = likelihood + (penalty == Penalty::Firth ? logDeterminant / 2 : 0);
    return state;
}

}  // namespace

LogisticFit logisticFit(std::span<const LogisticCell> cells, Penalty penalty) {
    LogisticFit fit;
    const std::size_t size = cells.empty() ? 0 : cells.front().x.size();
    fit.coefficients.assign(size, 0);
    fit.errors.assign(size, 0);
    if (size == 0) return fit;
    std::vector<double> beta(size, 0);
    State state = stateAt(cells, beta, penalty);
    for (int round = 0; round < 100 && std::isfinite(state.likelihood); ++round) {
        std::vector<double> step(size, 0);
        double longest = 0;
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j) step[i] += state.covariance[i * size + j] * state.score[j];
            longest = std::max(longest, std::abs(step[i]));
        }
        double scale = longest > 5 ? 5 / longest : 1;
        std::vector<double> next(size);
        State after;
        for (int halved = 0; halved < 30; ++halved, scale /= 2) {
            for (std::size_t i = 0; i < size; ++i) next[i] = beta[i] + scale * step[i];
            after = stateAt(cells, next, penalty);
            if (after.likelihood >= state.likelihood - 1e-12 * std::abs(state.likelihood)) break;
        }
        if (!(after.likelihood >= state.likelihood - 1e-12 * std::abs(state.likelihood))) return fit;
        beta = next;
        state = after;
        if (longest < 1e-10) {
            fit.converged = true;
            break;
        }
    }
    if (!fit.converged) return fit;
    fit.coefficients = beta;
    fit.covariance = state.covariance;
    for (std::size_t i = 0; i < size; ++i) fit.errors[i] = std::sqrt(state.covariance[i * size + i]);
    return fit;
}

}  // namespace icp
