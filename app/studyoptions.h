#pragma once

#include "app/options.h"
#include "core/analysis/study.h"
#include "core/base/result.h"
#include "core/table/dataset.h"

namespace icp {

/// The options of the commands that analyse, after `own`.
std::vector<Option> withStudyOptions(std::vector<Option> own);

/// What the words say of the study, before there are data. Errors: Usage, for every value that no data could
/// make right.
struct StudyWords {
    std::optional<Outcome> outcome;
    std::optional<Unit> unit;
    std::vector<BlendPart> blend;
    QString measure;  ///< empty: as the outcome is measured without being asked
    std::optional<RangeChoice> ranges;
    std::optional<int> depth;
    std::optional<SegmentQuality> quality;
    std::optional<double> holdout;  ///< share of the newest units, 0 = none
    bool newestQuarter = false;
    QStringList where;  ///< each well formed
};
Result<StudyWords> studyWords(const Options& options);

/// What the dataset proposes, overruled by the words. Errors: Usage, when they do not fit the data.
Result<Study> studyFrom(const StudyWords& words, const Dataset& dataset);

}  // namespace icp
