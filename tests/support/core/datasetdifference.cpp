#include "tests/support/core/datasetdifference.h"

#include <algorithm>

namespace icp::test {

static bool equal(const Column& a, const Column& b) {
    if (a.type() != b.type() || a.missing() != b.missing()) return false;
    const auto same = [](auto x, auto y) { return std::equal(x.begin(), x.end(), y.begin(), y.end()); };
    if (a.isNumeric()) return a.currency() == b.currency() && same(a.numbers(), b.numbers());
    if (a.type() == ColumnType::Text) {
        for (std::size_t row = 0; row < a.size(); ++row)
            if (a.text(row) != b.text(row)) return false;
        return true;
    }
    if (a.dictionary().size() != b.dictionary().size()) return false;
    for (std::uint32_t code = 0; code < a.dictionary().size(); ++code)
        if (a.dictionary().at(code) != b.dictionary().at(code)) return false;
    if (a.isCoded()) return same(a.codes(), b.codes());
    for (std::size_t row = 0; row < a.size(); ++row)
        if (!same(a.elements(row), b.elements(row))) return false;
    return true;
}

static QString difference(const EntityTable& a, const EntityTable& b) {
    if (a.rows() != b.rows() || a.table->sourceFile != b.table->sourceFile ||
        a.table->sourceRow != b.table->sourceRow)
        return QStringLiteral("rows");
    if (a.table->fields.size() != b.table->fields.size()) return QStringLiteral("fields");
    for (std::size_t i = 0; i < a.table->fields.size(); ++i)
        if (a.table->fields[i].header != b.table->fields[i].header ||
            !equal(a.table->fields[i].column, b.table->fields[i].column))
            return QStringLiteral("column ") + a.table->fields[i].header;
    const auto sameAttribute = [](const Attribute& x, const Attribute& y) {
        return x.name == y.name && x.label == y.label && x.entity == y.entity && x.cls == y.cls &&
               x.use == y.use && x.reason == y.reason && x.unit == y.unit && x.column == y.column &&
               x.verdict == y.verdict && x.caution == y.caution;
    };
    if (!std::equal(a.attributes.begin(), a.attributes.end(), b.attributes.begin(), b.attributes.end(),
                    sameAttribute))
        return QStringLiteral("attributes");
    const Links& x = a.links;
    const Links& y = b.links;
    if (x.account != y.account || x.byId != y.byId || x.byDomain != y.byDomain || x.byEmail != y.byEmail ||
        x.byName != y.byName || x.byChoice != y.byChoice)
        return QStringLiteral("links");
    const auto sameText = [](const Unlinked& p, const Unlinked& q) {
        return p.text == q.text && p.column == q.column && p.rows == q.rows && p.accounts == q.accounts;
    };
    if (x.nameless != y.nameless || !std::equal(x.unlinked.begin(), x.unlinked.end(), y.unlinked.begin(),
                                                y.unlinked.end(), sameText))
        return QStringLiteral("unlinked");
    return {};
}

static bool equal(const SourceFile& a, const SourceFile& b) {
    const auto sameColumn = [](const ColumnInfo& x, const ColumnInfo& y) {
        return x.header == y.header && x.attribute == y.attribute && x.type == y.type &&
               x.evidence == y.evidence && x.mapped == y.mapped && x.missing == y.missing &&
               x.verdict == y.verdict && x.why == y.why && x.valid == y.valid;
    };
    return a.name == b.name && a.path == b.path && a.roleSure == b.roleSure && a.signature == b.signature && a.digest == b.digest &&
           a.remembered == b.remembered && a.asOf == b.asOf && a.valid == b.valid && a.stale == b.stale &&
           a.role == b.role && a.vendor == b.vendor && a.vendorSure == b.vendorSure &&
           a.rows == b.rows && a.rejected == b.rejected && a.columns == b.columns &&
           a.columnsUsed == b.columnsUsed && a.format == b.format && a.encoding == b.encoding &&
           a.delimiter == b.delimiter && a.decimal == b.decimal && a.sheet == b.sheet &&
           std::equal(a.columnInfo.begin(), a.columnInfo.end(), b.columnInfo.begin(), b.columnInfo.end(),
                      sameColumn);
}

QString difference(const Dataset& a, const Dataset& b) {
    for (const Entity entity : entities)
        if (const QString found = difference(a.of(entity), b.of(entity)); !found.isEmpty())
            return entityName(entity) + QStringLiteral(": ") + found;
    if (a.dealState != b.dealState || a.accountState != b.accountState) return QStringLiteral("states");
    if (a.asOf != b.asOf || a.fingerprint != b.fingerprint) return QStringLiteral("date or fingerprint");
    const auto sameFile = [](const SourceFile& x, const SourceFile& y) { return equal(x, y); };
    if (!std::equal(a.files.begin(), a.files.end(), b.files.begin(), b.files.end(), sameFile))
        return QStringLiteral("files");
    const auto sameIssue = [](const Issue& x, const Issue& y) {
        return x.severity == y.severity && x.code == y.code && x.file == y.file && x.row == y.row &&
               x.column == y.column && x.text == y.text && x.reason == y.reason;
    };
    if (!std::equal(a.issues.begin(), a.issues.end(), b.issues.begin(), b.issues.end(), sameIssue))
        return QStringLiteral("issues");
    const auto sameRow = [](const RejectedRow& x, const RejectedRow& y) {
        return x.file == y.file && x.row == y.row && x.cells == y.cells && x.reason == y.reason;
    };
    if (!std::equal(a.rejected.begin(), a.rejected.end(), b.rejected.begin(), b.rejected.end(), sameRow))
        return QStringLiteral("rejected rows");
    const auto sameWord = [](const OutcomeWord& x, const OutcomeWord& y) {
        return x.attribute == y.attribute && x.text == y.text && x.deals == y.deals && x.state == y.state &&
               x.known == y.known && x.decided == y.decided;
    };
    if (!std::equal(a.outcomeWords.begin(), a.outcomeWords.end(), b.outcomeWords.begin(),
                    b.outcomeWords.end(), sameWord))
        return QStringLiteral("words of the outcome");
    if (a.choices != b.choices) return QStringLiteral("choices");
    return {};
}

}  // namespace icp::test
