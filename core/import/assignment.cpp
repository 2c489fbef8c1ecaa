#include "core/import/columnfacts.h"
#include "core/import/mapping.h"
#include "core/import/outcome.h"

#include <algorithm>
#include <tuple>

namespace icp {

namespace {

struct Candidate {
    double sure = 0;
    int rank = 0;
    int column = 0;
    int attribute = 0;
};

bool onlyZeroAndOne(const Column& column) {
    const auto values = column.numbers();
    return std::all_of(values.begin(), values.end(), [](double value) { return value == 0 || value == 1; });
}

bool saysYesOrNo(const Column& column, Entity entity, const Profiles& profiles) {
    if (column.type() == ColumnType::Boolean) return true;
    if (column.isNumeric()) return column.type() == ColumnType::Number && onlyZeroAndOne(column);
    const QStringList levels = levelsOf(column, 12);
    if (levels.isEmpty()) return false;
    const bool flags = std::all_of(levels.begin(), levels.end(), [&](const QString& level) {
        return truthOf(level, profiles).has_value();
    });
    return flags || (entity == Entity::Account ? tellsChurn(levels, profiles) : tellsDeals(levels, profiles));
}

/// The vocabulary of `role` holds what the prefix "Organization - " of another entity's column means there.
int translated(const Header& header, Entity role, int attribute, const Profiles& profiles) {
    const Attribute& shape = profiles.attributes[std::size_t(attribute)].shape;
    const Entity about = header.about.value_or(role);
    if (about == role) return shape.entity == role ? attribute : -1;
    if (about != Entity::Account || shape.entity != Entity::Account) return -1;
    const QString name = attributePrefix(role) + QStringLiteral("account_") + shape.name.section(u'.', 1);
    for (std::size_t i = 0; i < profiles.attributes.size(); ++i)
        if (profiles.attributes[i].shape.name == name) return int(i);
    return -1;
}

void addCandidates(const Header& header, int column, Entity role, const Profiles& profiles,
                   std::vector<Candidate>& candidates) {
    const std::size_t before = candidates.size();
    const double near =
        header.about.value_or(role) == role ? 1 : 0.95;  // a column of the role itself comes first
    for (const Header::Form& form : header.forms)
        for (const Profiles::Synonym& synonym : profiles.synonyms.value(form.key))
            if (const int attribute = translated(header, role, synonym.attribute, profiles); attribute >= 0)
                candidates.push_back({near * form.sure, synonym.rank, column, attribute});
    if (candidates.size() > before || header.about.value_or(role) != role) return;
    // A longer header that holds a whole synonym may mean it, unless a word turns it into something else.
    for (const char* word :
         {" expected ", " est ", " estimated ", " previous ", " last ", " next ", " target ", " forecast ",
          " growth ", " not ", " opt ", " out ", " per ", " days ", " reason "})
        if (header.line.contains(QLatin1String(word))) return;
    const auto words = header.line.count(u' ');
    for (std::size_t i = 0; i < profiles.attributes.size(); ++i) {
        const StandardAttribute& attribute = profiles.attributes[i];
        if (attribute.shape.entity != role) continue;
        if (header.line.endsWith(u" id ") && attribute.shape.use != AttributeUse::Key) continue;
        for (const QString& phrase : attribute.phrases)
            if (hasPhrase(header.line, phrase) && words <= phrase.count(u' ') + 3) {
                candidates.push_back({0.6, 1000, column, int(i)});
                break;
            }
    }
}

/// Where no header says how it ended: a column whose levels do, or one called "Outcome" that says yes and no.
void assignByLevels(Entity role, const std::vector<Header>& headers, const Table& table,
                    const Profiles& profiles, const std::vector<bool>& columnTaken,
                    std::vector<Assignment>& result) {
    if (role != Entity::Deal && role != Entity::Account) return;
    const auto index = [&](QStringView name) {
        return int(profiles.find(name) - profiles.attributes.data());
    };
    const auto assigned = [&](int attribute) {
        return std::any_of(result.begin(), result.end(),
                           [&](const Assignment& assignment) { return assignment.attribute == attribute; });
    };
    const int flag = role == Entity::Deal ? index(u"deal.is_won") : index(u"account.churned");
    const int words = role == Entity::Deal ? index(u"deal.status") : flag;
    if (assigned(flag) || assigned(words)) return;
    for (std::size_t column = 0; column < result.size(); ++column) {
        const Column& cells = table.fields[column].column;
        const QStringList levels = levelsOf(cells, 40);
        const bool tells = role == Entity::Deal ? tellsDeals(levels, profiles) : tellsChurn(levels, profiles);
        if (tells) {
            if (!columnTaken[column]) result[column] = {words, 0.7};
            return;  // when the column is taken, a mapped stage or type says it already
        }
        const StandardAttribute* named = namedAttribute(headers[column], role, profiles);
        const bool outcome = role == Entity::Deal && named == &profiles.attributes[std::size_t(words)];
        if (outcome && !columnTaken[column] && saysYesOrNo(cells, role, profiles)) {
            result[column] = {flag, 0.7};
            return;
        }
    }
}

}  // namespace

bool fits(const StandardAttribute& attribute, const Column& column, const Profiles& profiles) {
    if (column.missing().count() == column.size()) return true;
    const ColumnType type = column.type();
    const bool text = type == ColumnType::Text || type == ColumnType::Category;
    // "State" and "Estado" may mean a status or a place: the cells decide.
    if (attribute.shape.name == u"deal.status" && !tellsAnyDeal(levelsOf(column), profiles)) return false;
    if (attribute.shape.cls == AttributeClass::Geographic && tellsChurn(levelsOf(column, 12), profiles))
        return false;
    switch (attribute.type) {
        case ColumnType::Date:
            return type == ColumnType::Date;
        case ColumnType::Boolean:
            return saysYesOrNo(column, attribute.shape.entity, profiles);
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
            if (attribute.shape.use == AttributeUse::Outcome)
                return column.isNumeric() && type != ColumnType::Date;
            return type != ColumnType::Boolean && type != ColumnType::Text && type != ColumnType::Multi &&
                   (type != ColumnType::Date || attribute.shape.name == u"account.founded");
        case ColumnType::Multi:
            return text || type == ColumnType::Multi ||
                   (attribute.shape.entity == Entity::Usage && type == ColumnType::Number);
        case ColumnType::Category:
            return type != ColumnType::Date && type != ColumnType::Money;
        case ColumnType::Text:
            break;
    }
    if (attribute.shape.use == AttributeUse::Key && attribute.shape.name.endsWith(u"id"))
        return text || type == ColumnType::Number || type == ColumnType::Multi;
    return text || type == ColumnType::Multi;
}

std::vector<Assignment> assignColumns(Entity role, const std::vector<Header>& headers, const Table& table,
                                      const Profiles& profiles, const QHash<QString, QString>& wishes) {
    std::vector<Assignment> result(headers.size());
    std::vector<bool> columnTaken(headers.size());
    std::vector<bool> attributeTaken(profiles.attributes.size());
    for (std::size_t column = 0; column < headers.size(); ++column) {
        const auto wish = wishes.constFind(headers[column].text);
        if (wish == wishes.cend()) continue;
        columnTaken[column] = true;
        if (const StandardAttribute* attribute = profiles.find(*wish)) {
            result[column] = {int(attribute - profiles.attributes.data()), 1};
            attributeTaken[std::size_t(result[column].attribute)] = true;
        }
    }

    std::vector<Candidate> candidates;
    for (std::size_t column = 0; column < headers.size(); ++column)
        if (!columnTaken[column]) addCandidates(headers[column], int(column), role, profiles, candidates);
    for (Candidate& candidate : candidates) {
        const Column& column = table.fields[std::size_t(candidate.column)].column;
        const StandardAttribute& attribute = profiles.attributes[std::size_t(candidate.attribute)];
        const bool empty = column.missing().count() == column.size();
        if (!fits(attribute, column, profiles) || (empty && attribute.shape.use == AttributeUse::Outcome))
            candidate.sure = 0;
        else if (empty)
            candidate.sure *= 0.5;
    }
    std::erase_if(candidates, [](const Candidate& candidate) { return candidate.sure == 0; });
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tuple(-a.sure, a.rank, a.column, a.attribute) <
               std::tuple(-b.sure, b.rank, b.column, b.attribute);
    });
    for (const Candidate& candidate : candidates) {
        const auto column = std::size_t(candidate.column);
        const auto attribute = std::size_t(candidate.attribute);
        if (columnTaken[column] || attributeTaken[attribute]) continue;
        columnTaken[column] = attributeTaken[attribute] = true;
        result[column] = {candidate.attribute, candidate.sure};
    }
    assignByLevels(role, headers, table, profiles, columnTaken, result);
    return result;
}

}  // namespace icp
