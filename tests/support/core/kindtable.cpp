#include "tests/support/core/kindtable.h"

namespace icp::test {

namespace {

constexpr std::size_t rows = kindRows;

Column columnOf(const QString& kind) {
    Bitmap known(rows);
    std::vector<std::string> texts;
    std::vector<double> numbers;
    std::vector<std::uint32_t> codes;
    for (std::size_t row = 0; row < rows; ++row) {
        texts.push_back("value " + std::to_string(row));
        numbers.push_back(double(row));
        codes.push_back(std::uint32_t(row % 2));
    }
    const auto levels = [&](const QStringList& names) {
        Dictionary dictionary;
        for (const QString& name : names) dictionary.intern(name.toStdString());
        for (std::size_t row = 0; row < rows; ++row)
            codes[row] = std::uint32_t(row % std::size_t(names.size()));
        return Column::categories(codes, std::move(dictionary), known);
    };
    if (kind.startsWith(u'{')) return levels(kind.mid(1, kind.size() - 2).split(u','));
    switch (kind.front().unicode()) {
        case 'c':
            return levels({"North", "South", "West"});
        case 's':
            return levels({"Closed won", "Closed lost", "Negotiation"});
        case 'n':
            return Column::numbers(ColumnType::Number, numbers, known);
        case 'm':
            return Column::numbers(ColumnType::Money, numbers, known, QStringLiteral("EUR"));
        case 'p':
            return Column::numbers(ColumnType::Percent, numbers, known);
        case 'd':
            return Column::numbers(ColumnType::Date, numbers, known);
        case 'b':
            return Column::booleans(codes, known);
        case 'e':
            return Column::texts(std::vector<std::string>(rows), Bitmap(rows, true));
        case 'x': {
            Dictionary dictionary;
            dictionary.intern("SAP");
            dictionary.intern("Slack");
            std::vector<std::uint64_t> offsets{0};
            for (std::size_t row = 0; row < rows; ++row) offsets.push_back(row + 1);
            return Column::multi(offsets, codes, std::move(dictionary), known);
        }
        default:
            return Column::texts(texts, known);
    }
}

}  // namespace

Table tableOf(const QString& text) {
    Table table;
    table.rows = rows;
    for (const QString& item : text.split(u'|')) {
        const auto at = item.lastIndexOf(u':');
        table.fields.push_back({item.left(at).trimmed(), columnOf(item.mid(at + 1).trimmed())});
    }
    for (std::uint32_t row = 0; row < rows; ++row) table.sourceRow.push_back(row + 2);
    return table;
}

QString nameOf(const FileMapping& mapping, const Table& table, const QString& header) {
    for (std::size_t i = 0; i < table.fields.size(); ++i)
        if (table.fields[i].header == header) return mapping.columns[i].attribute.name;
    return QStringLiteral("no such header");
}

const MappedColumn* mappedAs(const FileMapping& mapping, const QString& name) {
    for (const MappedColumn& column : mapping.columns)
        if (column.attribute.name == name) return &column;
    return nullptr;
}

}  // namespace icp::test
