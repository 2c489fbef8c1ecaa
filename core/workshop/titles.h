#pragma once

#include "core/workshop/persona.h"

#include <optional>
#include <vector>

namespace icp {

/// What a person at an account works on, as their title says it.
enum class Department {
    General,
    Operations,
    Service,
    Sales,
    Marketing,
    Finance,
    People,
    Product,
    Technology,
    Procurement,
    Legal,
    Security
};
inline constexpr int departmentCount = 12;
QString departmentTitle(Department department);  ///< "Finance" ...: as shown

/// A word that stands in job titles, and what it says. A pattern is folded whole words; a star at its start
/// or end stands for the rest of a compound ("*leiter", "finanz*"). In scripts without spaces it may stand
/// anywhere.
struct TitleRule {
    QString pattern;
    std::optional<Department> department;
    std::optional<Seniority> seniority;
    std::optional<BuyingRole> role;  ///< said by the word itself: an adviser is one in every department
};
/// The program's own rules, in English, German, French, Spanish, Portuguese and Japanese.
const std::vector<TitleRule>& usualTitleRules();

/// One of the roles that a title names: "CFO & COO" names two.
struct TitleReading {
    std::optional<Department> department;
    std::optional<Seniority> seniority;
    BuyingRole role = BuyingRole::EndUser;
    QStringList decidedBy;  ///< patterns of the rules that decided
};

/// Departments, seniority and buying roles of a title as written, in the title's order; empty when no rule
/// knows a word of it. Of several words of one part the highest rank counts, but an assistant is one whomever
/// they assist; ranks behind "to" are those of somebody else. Procurement, legal and security may block,
/// technology checks; elsewhere leaders decide, managers champion, the others use.
std::vector<TitleReading> readTitle(QStringView title);

/// A pattern as it is kept, out of what was typed: folded, a star at either end stays. Empty when no letter
/// is.
QString titlePattern(QStringView typed);

/// Whether a pattern stands in a title as written, outside of what is said of somebody else: "cfo" does not
/// stand in "Assistant to the CFO", though "assistant to the cfo" does.
bool titleMatches(QStringView title, const QString& pattern);

/// Who of a panel a contact is, and by which rule.
struct TitleMatch {
    int persona = -1;  ///< in the order given; -1 = a role that nobody on the panel plays
    QString rule;      ///< the pattern that decided: of the persona, or those of the reading, joined by " + "
    bool own = false;  ///< a pattern or the title of the persona itself, not one of the usual rules
    std::optional<TitleReading> reading;  ///< empty when only the persona's own pattern knows the title
};

/// Finds the personas of a panel that a title belongs to. A persona's own patterns and its title come first,
/// the longest of all winning in each part of the title. Where none of them knows it, the usual rules lead to
/// the roles, and to the persona of each role whose department and seniority are nearest.
class TitleMatcher {
public:
    explicit TitleMatcher(const std::vector<Persona>& personas);

    /// Every persona at most once; empty when no rule knows the title.
    std::vector<TitleMatch> match(QStringView title) const;

private:
    struct Member {
        BuyingRole role;
        std::optional<Department> department;
        std::optional<Seniority> seniority;
        bool usual;
        QStringList patterns;
    };
    int nearest(const TitleReading& reading) const;

    std::vector<Member> m_members;
};

}  // namespace icp
