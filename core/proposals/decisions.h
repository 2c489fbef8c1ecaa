#pragma once

#include "core/table/dataset.h"

#include <QJsonObject>
#include <QString>

#include <utility>
#include <vector>

namespace icp {

/// Which account a decision speaks of, whatever row it stands in and whichever export it comes from.
struct AccountKey {
    QString id;    ///< account.id; empty when the account has none
    QString name;  ///< account.name, else its domain: says which when there is no id, else it is for people
    int nth = 1;   ///< of the accounts without id that are called so, from 1 in order of rows

    friend bool operator==(const AccountKey& a, const AccountKey& b) {
        return a.id == b.id && (!a.id.isEmpty() || (a.name == b.name && a.nth == b.nth));
    }
};

QJsonObject toJson(const AccountKey& key);
AccountKey accountKeyFromJson(const QJsonObject& json);

/// Every cell that says `from` says `to` instead.
struct LevelMerge {
    QString attribute;  ///< Attribute::name
    QString from;
    QString to;
    friend bool operator==(const LevelMerge&, const LevelMerge&) = default;
};

/// Cells with this text (as Column::display() shows them) hold no value.
struct MissingText {
    QString attribute;
    QString text;
    friend bool operator==(const MissingText&, const MissingText&) = default;
};

/// Rows that found no account and name one by this text belong to that account; see NamedText.
struct AccountLink {
    Entity entity = Entity::Deal;
    QString text;
    AccountKey account;
    friend bool operator==(const AccountLink&, const AccountLink&) = default;
};

/// Two accounts are one: it goes by `kept`.
struct AccountMerge {
    AccountKey kept;
    AccountKey merged;
    friend bool operator==(const AccountMerge&, const AccountMerge&) = default;
};

/// What the analysis does with a column: a leak taken back, a column set aside.
struct UseChoice {
    QString attribute;
    AttributeUse use = AttributeUse::Feature;
    friend bool operator==(const UseChoice&, const UseChoice&) = default;
};

/// A proposal that the user does not want, by the id of what it would have become; see decisionId().
struct Declined {
    QString decision;
    friend bool operator==(const Declined&, const Declined&) = default;
};

/// What the user decided about the data, as plain values that outlive the export they were made on.
struct Decisions {
    std::vector<LevelMerge> levels;
    std::vector<MissingText> missing;
    std::vector<AccountLink> links;
    std::vector<AccountMerge> accounts;
    std::vector<UseChoice> uses;
    std::vector<Declined> declined;

    /// Those of another list after these.
    void add(const Decisions& others);
    /// Whether nothing in the data changes; what was declined changes nothing.
    bool empty() const {
        return levels.empty() && missing.empty() && links.empty() && accounts.empty() && uses.empty();
    }
    friend bool operator==(const Decisions&, const Decisions&) = default;
};

// One decision in the journal and the file: a JSON object with "kind", and an id that is the same for two
// decisions on the same thing, so that a later one takes the place of the earlier.
QJsonObject toJson(const LevelMerge& decision);
QJsonObject toJson(const MissingText& decision);
QJsonObject toJson(const AccountLink& decision);
QJsonObject toJson(const AccountMerge& decision);
QJsonObject toJson(const UseChoice& decision);
QJsonObject toJson(const Declined& decision);
QString decisionId(const QJsonObject& decision);

/// Every decision as one object, with its id.
std::vector<std::pair<QString, QJsonObject>> toJson(const Decisions& decisions);
/// Puts one decision at the end of its list; what is of no known kind is passed over.
void add(Decisions& decisions, const QJsonObject& decision);

}  // namespace icp
