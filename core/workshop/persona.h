#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace icp {

enum class BuyingRole { Champion, EconomicBuyer, TechnicalCheck, EndUser, Adviser, Blocker };
inline constexpr int buyingRoleCount = 6;

/// The rows of the persona matrix, in their order on screen.
enum class PersonaField { Needs, Goals, Behaviours, Motivations, Values, Aspirations, Objections, Message };
inline constexpr int personaFieldCount = 8;

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
    QString department;
    int tier = 1;  ///< 1 to 3
    std::array<Entry, personaFieldCount> fields;

    Entry& operator[](PersonaField field) { return fields[std::size_t(field)]; }
    const Entry& operator[](PersonaField field) const { return fields[std::size_t(field)]; }
    int filled() const;  ///< fields with text
};

QString roleName(BuyingRole role);  ///< "champion" ...: for files
BuyingRole roleFromName(QStringView name);
QString fieldName(PersonaField field);  ///< "needs" ...: for files

/// Words that usually stand in the titles of a role, folded, in English, German, French, Spanish and
/// Portuguese.
const QStringList& usualTitles(BuyingRole role);
/// Whether any of the patterns (folded) stands in a folded title, in whole words.
bool titleHas(QStringView foldedTitle, const QStringList& patterns);
/// The role that a contact's title as written usually means; the most particular one when several would do.
std::optional<BuyingRole> roleOfTitle(QStringView title);

}  // namespace icp
