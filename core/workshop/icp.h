#pragma once

#include "core/table/condition.h"
#include "core/workshop/comfort.h"
#include "core/workshop/reaction.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace icp {

enum class Importance { Must, Should, Nice, Exclude };

/// The eight sections of the ICP template, in their order on screen.
enum class Section {
    KeyChallenge,
    Organisation,
    Firmographic,
    Technology,
    Behaviour,
    Specialised,
    Exclusions,
    StretchLimits
};
inline constexpr int sectionCount = 8;

/// What stands behind a criterion: numbers as they were when it was added, and where they came from.
struct Evidence {
    enum class Source { Typed, Pattern, Segment, Exclusion, Proposal, Examples };
    Source source = Source::Typed;
    QString note;         ///< "From Patterns", "Proposed by Product" ...
    QString fingerprint;  ///< of the dataset; empty when typed
    qint64 n = 0;
    qint64 positives = 0;
    double low = 0;
    double high = 1;
    double q = 1;
    QString verdict;  ///< "held", "weaker", "no-effect", "anecdote", "" ...
};

/// Why a technology is a criterion. Told in words: what a criterion does to fit is its part alone (partOf).
enum class TechnologyReason {
    None,
    Include,
    Exclude,
    Integration,  ///< there is one, which helps a deal
    Overlap,      ///< with what is sold here
    Budget,       ///< whoever has it can pay
    EarlyAdopter,
    LateAdopter
};
inline constexpr int technologyReasonCount = 8;

/// What another department would have in the place of a criterion: kept and shown beside it, never computed
/// with until it is adopted (see counterproposal.h).
struct CounterProposal {
    QString id;
    QString text;
    std::optional<Condition> condition;
    Importance importance = Importance::Should;
    Evidence evidence;
    QString author;  ///< department
    QString why;
};

/// One condition of an ICP. Without `condition` it is words only: shown, never weighed or computed with.
struct Criterion {
    QString id;
    Section section = Section::Firmographic;
    QString text;
    std::optional<Condition> condition;
    Importance importance = Importance::Should;
    double weight = 0;  ///< percent points; weights of an ICP are shown scaled to add up to 100
    Evidence evidence;
    QString author;  ///< department
    TechnologyReason reason = TechnologyReason::None;
    QString why;  ///< as its author gave it
    std::vector<CounterProposal> counters;
};

/// What a criterion does when fit is computed.
enum class CriterionPart {
    Must,
    Should,
    Nice,
    Exclusion,     ///< Importance::Exclude, or filed under Section::Exclusions
    StretchLimit,  ///< filed under Section::StretchLimits: widens the musts on the same attribute
    WordsOnly      ///< has no condition
};
CriterionPart partOf(const Criterion& criterion);

/// Whether a criterion carries a weight: only musts, shoulds and nices that can be computed, since a score is
/// made of them alone. Exclusions, stretch limits and words only have none, not one of 0%.
bool isWeighed(const Criterion& criterion);

struct Market {
    std::optional<qint64>
        companies;  ///< the addressable market; typed by people, never filled from customer counts
    QString source;
    QDate asOf;
};

struct Icp {
    QString id;
    QString name;
    QString sentence;  ///< empty = composed from the musts
    QString quote;     ///< the key challenge in a customer's words
    QString problem;
    QString valueProposition;
    Market market;
    /// Share of this ICP's market that fits, typed by people: companies of the market inside.
    std::optional<qint64> marketInside;
    int version = 1;
    bool hypothesis = false;
    QDate agreed;
    QDate review;
    std::vector<Criterion> criteria;
    QString baseline;  ///< department whose proposal the criteria started as; empty = of nobody in particular
    ComfortVote comfort;  ///< neither this nor the next changes what was agreed
    StakeholderTest tested;
    std::vector<Reaction> reactions;  ///< nor do these

    const Criterion* find(QStringView id) const;
};

QString importanceName(Importance importance);  ///< "must" ...: for files
Importance importanceFromName(QStringView name);
QString sectionName(Section section);  ///< "key-challenge" ...: for files
Section sectionFromName(QStringView name);

QString technologyReasonName(TechnologyReason reason);  ///< "include", "has-integration" ...; "" for None
TechnologyReason technologyReasonFromName(QStringView name);

/// Section in which a criterion on an attribute of this class is filed.
Section sectionFor(AttributeClass cls);

/// "Companies in Germany with a finance team of 4 to 25, and either in Logistics or that use SAP": the ICP in
/// one sentence, as typed or else composed of the texts of its musts and shoulds. It says whom fit calls
/// ideal: all musts and one of the shoulds; exclusions are left out. Shoulds in words only are named where
/// there is no must, and of more than three behind musts only how many there are. Empty when it has neither.
/// `emphasis` tells which parts are the criteria, as [start, length], ascending; none when the sentence was
/// typed.
struct Sentence {
    QString text;
    std::vector<std::pair<int, int>> emphasis;
};
Sentence sentence(const Icp& icp);
/// "A company in Logistics with a finance team of 9": the same of one company that has all of these.
Sentence companySentence(const std::vector<Criterion>& criteria);

/// Sections with at least one entry, 0 to sectionCount. A quote or a problem is an entry of the key
/// challenge, which is required for a complete ICP.
int filledSections(const Icp& icp);

}  // namespace icp
