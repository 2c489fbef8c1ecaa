#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/proposals/decisions.h"

#include <vector>

namespace icp {

/// Two spellings of what looks like one level.
struct LevelProposal {
    enum class Reason {
        Spelling,   ///< the same but for case, spaces, punctuation or accents
        LookAlike,  ///< the same to the eye: letters of another script
        Typo        ///< a letter or two apart, and one of them rare
    };
    LevelMerge decision;
    Reason reason = Reason::Spelling;
    qint64 fromRows = 0;
    qint64 toRows = 0;
};

/// A text, number or date that seems to stand for "not known".
struct MissingProposal {
    MissingText decision;
    qint64 rows = 0;
};

/// The account that rows without one seem to mean.
struct LinkProposal {
    AccountLink decision;
    std::uint32_t account = noRow;  ///< its row
    qint64 rows = 0;                ///< that would be linked
    double score = 0;               ///< similarity of the names, 0 to 1
    double runnerUp = 0;            ///< that of the next best account
    QString runnerUpName;           ///< empty when there is none
};

/// Accounts that seem to be one.
struct TwinProposal {
    /// Cells in which they differ; in the order of `rows`, empty where one has no value.
    struct Conflict {
        QString attribute;
        QString label;
        QStringList values;
    };
    enum class Reason { Domain, NameAndPlace, SimilarName };
    std::vector<AccountMerge> decisions;  ///< all into the first of `rows`
    std::vector<std::uint32_t>
        rows;  ///< the one to keep first: most deals, contacts and usage, then most cells
    QStringList names;
    Reason reason = Reason::Domain;
    qint64 linked = 0;  ///< deals, contacts and usage of all but the first
    std::vector<Conflict> conflicts;
};

/// What the program is not certain of in a finished dataset. Nothing of it is applied: what the user accepts
/// becomes Decisions. In the order of attributes and rows, most rows first within an attribute.
struct Proposals {
    std::vector<LevelProposal> levels;
    std::vector<MissingProposal> missing;
    std::vector<LinkProposal> links;
    std::vector<TwinProposal> twins;

    bool empty() const { return levels.empty() && missing.empty() && links.empty() && twins.empty(); }
    /// All of them as decisions.
    Decisions all() const;
};

/// Looks through a dataset, imported or mended: what was decided is not proposed again. The same for the same
/// data. Errors: Cancelled.
Result<Proposals> propose(const Dataset& dataset, const Job& job = {});

/// Takes out what the user does not want, and hands it back.
Proposals leaveOut(Proposals& proposals, const std::vector<Declined>& declined);

/// Why, in one sentence for the user.
QString reasonText(const LevelProposal& proposal);
QString reasonText(const MissingProposal& proposal);
QString reasonText(const LinkProposal& proposal);
QString reasonText(const TwinProposal& proposal);

}  // namespace icp
