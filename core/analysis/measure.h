#pragma once

#include "core/analysis/study.h"
#include "core/table/dataset.h"

namespace icp {

/// A way to measure an outcome on every account.
struct Measure {
    Outcome outcome = Outcome::Value;
    QString key;    ///< stable: "account.acv", "won-amount", "stayed", "months-kept", "won-again" ...
    QString label;  ///< as shown: "Annual contract value", "Change in 12 months"
    QString unit;   ///< "months", "EUR" ...; empty = none
    QStringList attributes;  ///< what it was read from; these explain nothing in a study of it
};

/// An outcome as a number on every account: the higher the better.
struct AccountScores {
    Measure measure;
    std::vector<double> score;  ///< per account; NaN = not known. For Blend: 0 to 100, see blendScores()
    qint64 asked = 0;           ///< customers; for Won accounts with a closed deal
    qint64 known = 0;           ///< of them, those with a score
    QString cannot;             ///< why the data cannot answer yet, one sentence; empty when they can

    bool answers() const { return cannot.isEmpty(); }
    double coverage() const { return asked > 0 ? double(known) / double(asked) : 0; }  ///< 0 to 1
};

/// What to be careful with where an outcome is measured by how large a company is, such as its own revenue,
/// and not by what it paid; empty for all others.
QString sizeCaution(const Dataset& dataset, const Measure& measure);

/// Every way in which the data can measure an outcome, the most telling first; empty when there is none. Any
/// other numeric attribute of accounts measures Value by its name too.
std::vector<Measure> measuresOf(const Dataset& dataset, Outcome outcome);

/// `key` empty = the first of measuresOf(). An outcome or key that the data do not have: no score, and
/// `cannot`.
AccountScores accountScores(const Dataset& dataset, Outcome outcome, const QString& key = {});

/// The outcomes that the data can answer, with the usual weights: value 40, retained 30, growth 20,
/// advocacy 10.
std::vector<BlendPart> proposedBlend(const Dataset& dataset);

/// Weighted mean of the parts' places among customers, each 0 (last) to 100 (first), ties in the middle. What
/// is not known of an account is left out of its mean; it has no score when less than half of the weight is
/// known.
AccountScores blendScores(const Dataset& dataset, const std::vector<BlendPart>& parts);

/// The scores that a study is about.
AccountScores scoresOf(const Dataset& dataset, const Study& study);

/// Place of every score among those in `among`: 0 (lowest) to 100 (highest), ties share the middle; NaN
/// stays.
std::vector<double> places(const std::vector<double>& score, const Bitmap& among);

}  // namespace icp
