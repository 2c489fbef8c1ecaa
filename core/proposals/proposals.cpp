#include "core/proposals/proposals.h"

#include "core/base/text.h"
#include "core/proposals/propose.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Proposals)
};

QString percent(double share) { return QStringLiteral("%1%").arg(int(share * 100 + 0.5)); }

QStringList namesOf(const Dataset& dataset, const Job& job) {
    QStringList names;
    const Column* column = dataset.column(u"account.name");
    Steps steps(job);
    for (std::size_t row = 0; row < dataset.accounts.rows() && !steps.cancelled(); ++row)
        names << (column == nullptr || column->isMissing(row) ? QString() : toQString(column->display(row)));
    return names;
}

}  // namespace

Decisions Proposals::all() const {
    Decisions result;
    for (const LevelProposal& proposal : levels) result.levels.push_back(proposal.decision);
    for (const MissingProposal& proposal : missing) result.missing.push_back(proposal.decision);
    for (const LinkProposal& proposal : links) result.links.push_back(proposal.decision);
    for (const TwinProposal& proposal : twins)
        result.accounts.insert(result.accounts.end(), proposal.decisions.begin(), proposal.decisions.end());
    return result;
}

Result<Proposals> propose(const Dataset& dataset, const Job& job) {
    Proposals result;
    job.report(0, 4, Words::tr("Looking for spellings that mean the same"));
    result.levels = proposeLevels(dataset, job.part(0, 0.2));
    result.missing = proposeMissing(dataset, job.part(0.2, 0.3));
    job.report(1, 4, Words::tr("Looking for the accounts of rows without one"));
    const NameIndex names(namesOf(dataset, job), job);
    if (!job.cancelled()) result.links = proposeLinks(dataset, names, job.part(0.3, 0.7));
    job.report(3, 4, Words::tr("Looking for accounts that are there twice"));
    if (!job.cancelled()) result.twins = proposeTwins(dataset, names, job.part(0.7, 1));
    if (job.cancelled()) return fail(ErrorCode::Cancelled, Words::tr("Stopped; the data are as they were."));
    return result;
}

Proposals leaveOut(Proposals& proposals, const std::vector<Declined>& declined) {
    Proposals out;
    QSet<QString> ids;
    for (const Declined& one : declined) ids.insert(one.decision);
    if (ids.isEmpty()) return out;
    const auto unwanted = [&](const auto& decision) { return ids.contains(decisionId(toJson(decision))); };
    const auto single = [&](const auto& proposal) { return unwanted(proposal.decision); };
    const auto move = [](auto& from, auto& to, const auto& goes) {
        const auto first =
            std::stable_partition(from.begin(), from.end(), [&](const auto& one) { return !goes(one); });
        to.assign(std::make_move_iterator(first), std::make_move_iterator(from.end()));
        from.erase(first, from.end());
    };
    move(proposals.levels, out.levels, single);
    move(proposals.missing, out.missing, single);
    move(proposals.links, out.links, single);
    move(proposals.twins, out.twins, [&](const TwinProposal& twins) {
        return std::all_of(twins.decisions.begin(), twins.decisions.end(), unwanted);
    });
    return out;
}

QString reasonText(const LevelProposal& proposal) {
    switch (proposal.reason) {
        case LevelProposal::Reason::Spelling:
            return Words::tr("The same but for case, spaces, accents or punctuation.");
        case LevelProposal::Reason::LookAlike:
            return Words::tr("They look the same; one has letters of another script.");
        case LevelProposal::Reason::Typo:
            break;
    }
    return Words::tr("Looks like a slip: a letter or two apart, and one of them is rare.");
}

QString reasonText(const MissingProposal& proposal) {
    return Words::tr("“%1” seems to stand for a value nobody knew.").arg(proposal.decision.text);
}

QString reasonText(const LinkProposal& proposal) {
    const QString score = Words::tr("The names agree to %1.").arg(percent(proposal.score));
    if (proposal.runnerUpName.isEmpty()) return score;
    return Words::tr("%1 The next best, “%2”, agrees to %3.")
        .arg(score, proposal.runnerUpName, percent(proposal.runnerUp));
}

QString reasonText(const TwinProposal& proposal) {
    switch (proposal.reason) {
        case TwinProposal::Reason::Domain:
            return Words::tr("The same website and much the same name.");
        case TwinProposal::Reason::NameAndPlace:
            return Words::tr("The same name in the same place.");
        case TwinProposal::Reason::SimilarName:
            break;
    }
    return Words::tr("Much the same name and the same phone number.");
}

}  // namespace icp
