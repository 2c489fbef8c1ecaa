#pragma once

#include "core/typing/missingproposals.h"
#include "core/typing/sheetdamage.h"
#include "core/typing/typedissues.h"

namespace icp {

/// What a reader of the column should know of how it was read: what was taken as missing, which guess was
/// made.
void noteFormat(const ColumnStore& store, const QString& header, IssueList& issues);

/// What its values look like that nobody has said: words and numbers that may mean nothing, ranges that
/// became dates, digits that were lost. Nothing is changed.
struct ValueNotes {
    std::vector<MissingProposal> proposals;
    std::vector<SheetDamage> ranges;
    std::vector<SheetDamage> digits;
};
ValueNotes lookAtValues(const Column& column, const QString& header);
/// `proposals` get those of the notes as well.
void noteValues(const ValueNotes& notes, const QString& header, const std::vector<std::uint32_t>& sourceRow,
                IssueList& issues, std::vector<MissingProposal>& proposals);

}  // namespace icp
