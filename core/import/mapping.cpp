#include "core/import/mapping.h"

#include "core/base/text.h"
#include "core/import/columnfacts.h"
#include "core/import/leaks.h"
#include "core/import/outcome.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Mapping)
};

bool endsWithAny(const QString& line, const QStringList& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const QString& phrase) {
        return phrase.startsWith(u' ') ? line.endsWith(phrase) : line.contains(phrase);
    });
}

bool hasAny(const QString& line, const QStringList& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const QString& phrase) { return hasPhrase(line, phrase); });
}

/// The vocabulary's attribute that the header names although another column has it, or although it belongs to
/// another entity ("Industry" on a deal): worth its class.
const StandardAttribute* borrowed(const Header& header, Entity role, const Column& column,
                                  const Profiles& profiles) {
    for (const Entity entity : {header.about.value_or(role), Entity::Account})
        if (const StandardAttribute* named = namedAttribute(header, entity, profiles);
            named != nullptr && fits(*named, column, profiles))
            return named;
    return nullptr;
}

AttributeClass guessClass(const Header& header, Entity role, const Profiles& profiles) {
    for (const auto& [cls, phrases] : profiles.classWords)
        if (hasAny(header.line, phrases)) return cls;
    return role == Entity::Usage ? AttributeClass::Behaviour : AttributeClass::Specialised;
}

/// A column outside the vocabulary: what its header gives away.
MappedColumn custom(const Header& header, Entity role, const Column& column, const Profiles& profiles) {
    MappedColumn result;
    Attribute& attribute = result.attribute;
    attribute.cls = guessClass(header, role, profiles);
    attribute.use = AttributeUse::Feature;
    result.sure = 0.5;
    result.described = hasAny(header.line, profiles.described);
    QString leak = knownLeak(header, role, profiles);
    if (const StandardAttribute* known =
            leak.isEmpty() ? borrowed(header, role, column, profiles) : nullptr) {
        attribute.cls = known->shape.cls;
        attribute.use = known->shape.use;
        attribute.unit = known->shape.unit;
        result.sure = 0.7;
        result.described = false;
        leak = known->reason;
        if (attribute.use == AttributeUse::Outcome) {
            attribute.use = AttributeUse::LeftOut;
            leak = leak.isEmpty()
                       ? (role == Entity::Deal ? QStringLiteral("after-close") : QStringLiteral("lifecycle"))
                       : leak;
        }
        if (attribute.use == AttributeUse::LeftOut || attribute.use == AttributeUse::Description)
            attribute.reason = leakReason(leak);
    } else if (!leak.isEmpty()) {
        attribute.use = AttributeUse::LeftOut;
        attribute.reason = leakReason(leak);
        result.sure = 0.9;
    } else if (isIdHeader(header)) {
        attribute.use = AttributeUse::Key;
        result.sure = 0.7;
    } else if (endsWithAny(header.line, profiles.people)) {
        attribute.use = AttributeUse::Description;
        result.sure = 0.7;
    }
    return result;
}

MappedColumn standard(const StandardAttribute& known, double sure, const Column& column,
                      const Profiles& profiles) {
    MappedColumn result;
    result.attribute = known.shape;
    result.attribute.reason = leakReason(known.reason);
    result.sure = sure;
    const bool saysWho = known.shape.name == u"account.type" || known.shape.name == u"account.lifecycle";
    if (saysWho && tellsCustomers(levelsOf(column), profiles)) {
        result.attribute.use = AttributeUse::Outcome;
        result.attribute.reason = leakReason(QStringLiteral("lifecycle"));
    }
    if (known.type == ColumnType::Money && column.isNumeric() && column.type() == ColumnType::Money)
        result.attribute.unit = column.currency();
    return result;
}

QString uniqueName(const QString& wanted, QSet<QString>& taken) {
    QString name = wanted;
    for (int n = 2; taken.contains(name); ++n) name = wanted + QStringLiteral("_%1").arg(n);
    taken.insert(name);
    return name;
}

}  // namespace

const StandardAttribute* namedAttribute(const Header& header, Entity entity, const Profiles& profiles) {
    for (const Header::Form& form : header.forms)
        for (const Profiles::Synonym& synonym : profiles.synonyms.value(form.key))
            if (const auto& attribute = profiles.attributes[std::size_t(synonym.attribute)];
                attribute.shape.entity == entity)
                return &attribute;
    return nullptr;
}

std::optional<FileMapping> mapFile(const Table& table, const Profiles& profiles, std::optional<Entity> role,
                                   const QHash<QString, QString>& wishes) {
    std::vector<Header> headers;
    for (const Table::Field& field : table.fields) headers.push_back(parseHeader(field.header));
    FileMapping mapping;
    if (!role) {
        const std::optional<FoundRole> found = findRole(headers, table, profiles);
        if (!found) return std::nullopt;
        role = found->role;
        mapping.roleSure = found->sure;
    }
    mapping.role = *role;
    std::tie(mapping.vendor, mapping.vendorSure) = findVendor(headers, profiles);
    const std::vector<Assignment> assigned = assignColumns(*role, headers, table, profiles, wishes);
    QSet<QString> taken;
    for (const Assignment& assignment : assigned)
        if (assignment.attribute >= 0)
            taken.insert(profiles.attributes[std::size_t(assignment.attribute)].shape.name);

    for (std::size_t column = 0; column < headers.size(); ++column) {
        const Header& header = headers[column];
        const Column& data = table.fields[column].column;
        const QString wish = wishes.value(header.text);
        const int known = assigned[column].attribute;
        MappedColumn mapped = known >= 0 ? standard(profiles.attributes[std::size_t(known)],
                                                    assigned[column].sure, data, profiles)
                                         : custom(header, *role, data, profiles);
        Attribute& attribute = mapped.attribute;
        attribute.label = header.text;
        attribute.entity = *role;
        attribute.column = int(column);
        if (known < 0) {
            const bool named = !wish.isEmpty() && wish != u"ignore";
            attribute.name = uniqueName(
                named ? wish : attributePrefix(*role) + QStringLiteral("x_") + slug(header.text), taken);
            if (named) {
                attribute.use = AttributeUse::Feature;
                attribute.reason.clear();
            }
        }
        if (!wish.isEmpty()) {
            mapped.decided = true;
            mapped.sure = 1;
        }
        if (wish == u"ignore") {
            attribute.use = AttributeUse::LeftOut;
            attribute.reason = Words::tr("Left out on request.");
            attribute.verdict = QStringLiteral("hidden");
        }
        mapping.columns.push_back(std::move(mapped));
    }
    return mapping;
}

}  // namespace icp
