#include "core/workshop/persona.h"

#include "core/base/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

constexpr Names<BuyingRole, buyingRoleCount> roles{
    {"champion", "economic-buyer", "technical-check", "end-user", "adviser", "blocker"}};
constexpr Names<PersonaField, personaFieldCount> fieldNames{
    {"needs", "goals", "behaviours", "motivations", "values", "aspirations", "pains", "triggers",
     "objections", "channels", "message", "messageTier1", "messageTier2"}};
constexpr Names<Seniority, seniorityCount> seniorities{
    {"assistant", "specialist", "manager", "leader", "chief"}};

bool isWritten(const Persona::Entry& entry) { return !entry.text.trimmed().isEmpty(); }

}  // namespace

QString roleName(BuyingRole role) { return roles.of(role); }
BuyingRole roleFromName(QStringView name) { return roles.find(name, BuyingRole::Champion); }
QString fieldName(PersonaField field) { return fieldNames.of(field); }
QString seniorityName(Seniority seniority) { return seniorities.of(seniority); }

std::optional<Seniority> seniorityFromName(QStringView name) {
    const Seniority found = seniorities.find(name, Seniority::Specialist);
    return seniorities.of(found) == name ? std::optional(found) : std::nullopt;
}

QString seniorityTitle(Seniority seniority) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("icp::Persona", text); };
    switch (seniority) {
        case Seniority::Assistant:
            return tr(QT_TRANSLATE_NOOP("icp::Persona", "Assistant"));
        case Seniority::Specialist:
            return tr(QT_TRANSLATE_NOOP("icp::Persona", "Specialist"));
        case Seniority::Manager:
            return tr(QT_TRANSLATE_NOOP("icp::Persona", "Manager"));
        case Seniority::Leader:
            return tr(QT_TRANSLATE_NOOP("icp::Persona", "Leader"));
        case Seniority::Chief:
            break;
    }
    return tr(QT_TRANSLATE_NOOP("icp::Persona", "Chief"));
}

bool isNeeded(PersonaField field) {
    return field != PersonaField::MessageTier1 && field != PersonaField::MessageTier2;
}

int Persona::filled() const {
    int count = 0;
    for (int i = 0; i < personaFieldCount; ++i)
        count += isNeeded(PersonaField(i)) && isWritten(fields[std::size_t(i)]) ? 1 : 0;
    return count;
}

QString Persona::messageFor(int accountTier) const {
    const Entry& own = (*this)[accountTier == 1 ? PersonaField::MessageTier1 : PersonaField::MessageTier2];
    return (isWritten(own) ? own : (*this)[PersonaField::Message]).text;
}

}  // namespace icp
