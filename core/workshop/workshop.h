#pragma once

#include "core/proposals/decisions.h"
#include "core/table/claimquestion.h"
#include "core/table/marketmix.h"
#include "core/workshop/acknowledgement.h"
#include "core/workshop/dotvote.h"
#include "core/workshop/fitdecision.h"
#include "core/workshop/icp.h"
#include "core/workshop/implications.h"
#include "core/workshop/narrownessbands.h"
#include "core/workshop/persona.h"
#include "core/workshop/version.h"

#include <QJsonObject>

#include <vector>

namespace icp {

enum class BusinessStage { NothingSold, FirstCustomers, Growing, Established };

/// One part of what success is a blend of.
struct SuccessPart {
    QString outcome;    ///< outcome name: "value", "retained", "growth", "advocacy"
    double weight = 1;  ///< above 0; a share of the sum of all
    QString
        measure{};  ///< how it is measured, as core/analysis/measure.h names it; empty = proposed by the data

    friend bool operator==(const SuccessPart&, const SuccessPart&) = default;
};

/// The workshop's own facts, one per file.
struct Settings {
    QString title;
    QString company;
    bool consumers = false;  ///< B2C: ICP and personas are one sheet
    BusinessStage stage = BusinessStage::Established;
    QStringList departments;
    bool hideNames = false;
    QString presenterNotes;
    QString outcome;  ///< Study outcome name; empty = proposed by the data
    QString unit;
    int reviewDays = usualReviewDays;  ///< from the day an ICP is agreed to its next review
    NarrownessBands bands;
    QString measure;                 ///< of the outcome; empty = proposed by the data
    std::vector<SuccessPart> blend;  ///< for the outcome "blend"; empty = proposed by the data
};

/// A customer put on or taken off the best or least-ideal list by hand.
struct Pin {
    QString id;
    QString account;  ///< account id, else its name
    enum class List { Best, Least } list = List::Best;
    bool in = true;  ///< false: taken out
    QString reason;
};

/// A look at the sealed deals: the newest ones, kept aside to check what was found. What was seen stays seen,
/// so count with openingsOf(), which also knows those that were undone.
struct SealOpening {
    QString id;
    QString fingerprint;  ///< Dataset::fingerprint
    QDate from;           ///< the first day that is sealed
    QString question;     ///< what was asked, as shown: "Won or lost, every closed deal"
};

/// What a participant says of customers. With something to measure, data support or contradict it, again with
/// every import; without, it is an anecdote. See core/analysis/claims.
struct Claim {
    QString id;
    QString statement;
    ClaimQuestion question;
    QString author;    ///< department or ""
    QString evidence;  ///< where it is from: a link, a call, a name

    friend bool operator==(const Claim&, const Claim&) = default;
};

/// What the team writes, as plain values. The store keeps it, the journal changes it.
struct Workshop {
    Settings settings;
    std::vector<Icp> icps;
    std::vector<Persona> personas;
    std::vector<Pin> pins;
    std::vector<MarketMix> markets;  ///< one per attribute
    std::vector<SealOpening> openings;
    std::vector<Claim> claims;
    std::vector<IcpVersion> versions;  ///< of all ICPs
    std::vector<FitDecision> fits;     ///< under all ICPs
    std::vector<Action> actions;       ///< of all ICPs, as what follows
    std::vector<Practice> practices;
    std::vector<PromptAnswer> answers;
    std::vector<ResearchItem> research;
    std::vector<DotVote> votes;                     ///< one per ICP at most
    std::vector<Acknowledgement> acknowledgements;  ///< of all versions
    Decisions decisions;                            ///< about the data; see core/proposals

    /// In this value: it holds as long as `icps` is not changed. nullptr when there is none.
    const Icp* icp(QStringView idOrName) const;
    /// What is shown and exported where nobody names one: the first of those that were agreed, else the
    /// first.
    const Icp* presented() const;
    /// Personas of an ICP, in order.
    std::vector<Persona> personasOf(QStringView icpId) const;
};

/// A kind of entity in the journal and the file: "settings", "icp", "persona", "pin", "market", "opening",
/// "claim", "version", "fit", "action", "practice", "answer", "research", "dotvote", "acknowledgement", and
/// "decision", whose JSON is that of core/proposals. Criteria live inside their ICP.
QJsonObject toJson(const Settings& settings);
QJsonObject toJson(const Icp& icp);
QJsonObject toJson(const Persona& persona);
QJsonObject toJson(const Pin& pin);
QJsonObject toJson(const MarketMix& market);
QJsonObject toJson(const SealOpening& opening);
QJsonObject toJson(const Claim& claim);
QJsonObject toJson(const Condition& condition);
Settings settingsFromJson(const QJsonObject& json);
Icp icpFromJson(const QJsonObject& json);
Persona personaFromJson(const QJsonObject& json);
Pin pinFromJson(const QJsonObject& json);
MarketMix marketFromJson(const QJsonObject& json);
SealOpening openingFromJson(const QJsonObject& json);
Claim claimFromJson(const QJsonObject& json);
Condition conditionFromJson(const QJsonObject& json);

/// A fresh id, unique in space and time.
QString newId();

/// Six personas with the six buying roles, empty but for role and tier.
std::vector<Persona> emptyPanel(const QString& icpId);

}  // namespace icp
