#pragma once

#include "core/proposals/decisions.h"
#include "core/workshop/icp.h"
#include "core/workshop/persona.h"

#include <QJsonObject>

#include <vector>

namespace icp {

enum class BusinessStage { NothingSold, FirstCustomers, Growing, Established };

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
};

/// A customer put on or taken off the best or least-ideal list by hand.
struct Pin {
    QString id;
    QString account;  ///< account id, else its name
    enum class List { Best, Least } list = List::Best;
    bool in = true;  ///< false: taken out
    QString reason;
};

/// What the team writes, as plain values. The store keeps it, the journal changes it.
struct Workshop {
    Settings settings;
    std::vector<Icp> icps;
    std::vector<Persona> personas;
    std::vector<Pin> pins;
    Decisions decisions;  ///< about the data; see core/proposals

    const Icp* icp(QStringView idOrName) const;
    /// Personas of an ICP, in order.
    std::vector<Persona> personasOf(QStringView icpId) const;
};

/// A kind of entity in the journal and the file: "settings", "icp", "persona", "pin", and "decision", whose
/// JSON is that of core/proposals. Criteria live inside their ICP.
QJsonObject toJson(const Settings& settings);
QJsonObject toJson(const Icp& icp);
QJsonObject toJson(const Persona& persona);
QJsonObject toJson(const Pin& pin);
QJsonObject toJson(const Condition& condition);
Settings settingsFromJson(const QJsonObject& json);
Icp icpFromJson(const QJsonObject& json);
Persona personaFromJson(const QJsonObject& json);
Pin pinFromJson(const QJsonObject& json);
Condition conditionFromJson(const QJsonObject& json);

/// A fresh id, unique in space and time.
QString newId();

/// Six personas with the six buying roles, empty but for role, usual title patterns and tier.
std::vector<Persona> emptyPanel(const QString& icpId);

}  // namespace icp
