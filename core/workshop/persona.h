#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace icp {

enum class BuyingRole { Champion, EconomicBuyer, TechnicalCheck, EndUser, Adviser, Blocker };
inline constexpr int buyingRoleCount = 6;

/// Rank in the organisation, ascending. A leader leads a department: vice presidents, directors, heads.
enum class Seniority { Assistant, Specialist, Manager, Leader, Chief };
inline constexpr int seniorityCount = 5;

/// The rows of the persona matrix, in their order on screen.
enum class PersonaField {
    Needs,
    Goals,
    Behaviours,
    Motivations,
    Values,
    Aspirations,
    Pains,
    Triggers,
    Objections,
    Channels,
    Message,
    MessageTier1,  ///< instead of Message at accounts of tier 1, those with an ideal fit
    MessageTier2   ///< the same at those with a stretch fit
};
inline constexpr int personaFieldCount = 13;
/// Fields that a complete persona has: all but the messages of a tier, which need not differ.
inline constexpr int personaFieldsNeeded = 11;
bool isNeeded(PersonaField field);
/// What shows a persona at one glance, on one slide.
inline constexpr std::array portraitFields{
    PersonaField::Needs,  PersonaField::Goals,       PersonaField::Behaviours, PersonaField::Motivations,
    PersonaField::Values, PersonaField::Aspirations, PersonaField::Objections, PersonaField::Message};

/// A role on the decision-making panel of the accounts an ICP describes. Every persona belongs to one or more
/// ICPs.
struct Persona {
    struct Entry {
        QString text;
        bool anecdote = false;  ///< nobody has shown it yet
    };
    QString id;
    QStringList icps;  ///< ids
    BuyingRole role = BuyingRole::Champion;
    QString title;              ///< "Group financial controller"
    QStringList titlePatterns;  ///< words that find this role among contacts' titles, folded; any may match
    bool usualTitles = true;    ///< found by the usual words of its role too, see titles.h
    QString department;
    std::optional<Seniority> seniority;
    int tier = 1;  ///< 1 to 3
    std::array<Entry, personaFieldCount> fields;

    Entry& operator[](PersonaField field) { return fields[std::size_t(field)]; }
    const Entry& operator[](PersonaField field) const { return fields[std::size_t(field)]; }
    int filled() const;  ///< needed fields with text
    /// What is said at an account of a tier (1 or 2): its own message, else the one for all; empty when
    /// neither is written.
    QString messageFor(int accountTier) const;
};

QString roleName(BuyingRole role);  ///< "champion" ...: for files
BuyingRole roleFromName(QStringView name);
QString fieldName(PersonaField field);  ///< "needs" ...: for files

QString seniorityName(Seniority seniority);  ///< "leader" ...: for files
std::optional<Seniority> seniorityFromName(QStringView name);
QString seniorityTitle(Seniority seniority);  ///< "Leader" ...: as shown

}  // namespace icp
