#include "tests/support/core/pollution.h"

namespace icp::test {

QList<Pollution> layoutPollutions() {
    const Rows table = orders(20);
    const Rows few = people(8);
    const QByteArray csv = written(table, {});
    const QByteArray names = written(few, {});
    QList<Pollution> all;
    all << Pollution{"title", table, "Orders of 2021\n" + csv, {"1: Orders of 2021"}};
    all << Pollution{"preamble",
                     table,
                     "Report,Orders\nCreated,05/01/2022\n\nFilter: all\n" + csv,
                     {"1: Report|Orders", "2: Created|05/01/2022", "4: Filter: all"}};
    all << Pollution{"padded preamble",
                     table,
                     "Orders of 2021,,,,,,,,\n,,,,,,,,\n" + csv,
                     {"1: Orders of 2021||||||||", "2: ||||||||"}};
    all << Pollution{"Salesforce footer",
                     few,
                     names +
                         "\n\nGrand Totals,8\nConfidential Information - Do Not Distribute\n"
                         "Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved.\n",
                     {"12: Grand Totals|8", "13: Confidential Information - Do Not Distribute",
                      "14: Copyright (c) 2000-2024 salesforce.com| inc. All rights reserved."}};
    for (const char* footer : {"Total: 8 rows", "Total: 8", "total 8 records", "Grand total: 8 entries",
                               "Anzahl: 8", "Summe: 8 Zeilen"})
        all << Pollution{QStringLiteral("footer ") + QLatin1String(footer),
                         few,
                         names + footer + "\n",
                         {QStringLiteral("10: ") + QLatin1String(footer)}};
    for (const char* footer : {"(8 rows affected)", "8 rows selected.", "Gesamtsumme: 8 Datensätze",
                               "Vertraulich - nicht weitergeben", "Strictly confidential"})
        all << Pollution{QString::fromUtf8(footer),
                         few,
                         names + footer + "\n",
                         {QStringLiteral("10: ") + QString::fromUtf8(footer)}};
    QByteArray drawn =
        written(few.mid(0, 1), {}) + "----,---------,--------,-----\n" + written(few.mid(1), {});
    all << Pollution{"a line drawn under the header", few, drawn, {"2: ----|---------|--------|-----"}};
    all << Pollution{"names and values above",
                     table,
                     "Report:,Orders\nBy:,Ann\nOn:,05/01/2022\n\n" + csv,
                     {"1: Report:|Orders", "2: By:|Ann", "3: On:|05/01/2022"}};
    all << Pollution{"remarks above and between",
                     few,
                     "# made by hand, in May, for you\n# not for sale, or resale\n# old, but true\n" +
                         written(few.mid(0, 4), {}) + "# checked\n" + written(few.mid(4), {}),
                     {"1: # made by hand| in May| for you", "2: # not for sale| or resale",
                      "3: # old| but true", "8: # checked"}};
    Rows sized = few;
    sized[0][1] = QStringLiteral("# Employees");
    sized[0][0] = QStringLiteral("# Accounts");
    all << Pollution{"columns that count", sized, written(sized, {})};
    Rows firms = few;
    firms << QStringList{"Total 8 Energies", "", "", ""} << QStringList{"Count Dracula", "", "", ""};
    all << Pollution{"names like footers", firms, written(firms, {})};
    all << Pollution{"notes below", table, csv + "\nSource: the shop\n* prices in euro\n", {}};
    const int lines = int(csv.count('\n'));
    all.back().leftOut = {QStringLiteral("%1: Source: the shop").arg(lines + 2),
                          QStringLiteral("%1: * prices in euro").arg(lines + 3)};
    const QByteArray head = written(table.mid(0, 1), {});
    all << Pollution{
        "repeated header", table, written(table.mid(0, 4), {}) + head + written(table.mid(4), {}), {}};
    all.back().leftOut = {QStringLiteral("%1: %2").arg(5).arg(table[0].join(u'|'))};
    all << Pollution{"units row",
                     table,
                     head + ",,(pcs),,[EUR],,,,\n" + written(table.mid(1), {}),
                     {"2: ||(pcs)||[EUR]||||"}};
    for (const char* units :
         {",,pcs,,EUR,,,,", "date,time,Stück,,Mio. EUR,text,,,", "Unit,,pieces,,USD/month,,,,"})
        all << Pollution{QStringLiteral("units in bare words, ") + QString::fromUtf8(units),
                         table,
                         head + units + "\n" + written(table.mid(1), {}),
                         {"2: " + QString::fromUtf8(units).replace(u',', u'|')}};
    const Rows dealt{
        {"Currency", "Unit", "Note"}, {"EUR", "pcs", "a"}, {"USD", "kg", "b"}, {"EUR", "pcs", "c"}};
    all << Pollution{"units as data", dealt, written(dealt, {})};
    for (const char* groups :
         {"Order,,,Product,,,,,", "Order,Order,Order,Product,Product,Product,Product,Product,Product"})
        all << Pollution{QStringLiteral("group names ") + QLatin1String(groups),
                         table,
                         groups + QByteArray("\n") + csv,
                         {"1: " + QString::fromLatin1(groups).replace(u',', u'|')}};
    const QByteArray program = "date,time,qty,productId,price,type,description,link,comment";
    all << Pollution{"names of the interface below",
                     table,
                     head + program + "\n" + written(table.mid(1), {}),
                     {"2: " + QString::fromLatin1(program).replace(u',', u'|')}};
    all << Pollution{"names of the interface above",
                     table,
                     program + "\n" + csv,
                     {"1: " + QString::fromLatin1(program).replace(u',', u'|')}};
    const Rows quarters{{"Q1 Sold", "Q1 Back", "Q2 Sold", "Q2 Back"},
                        {"1", "2", "3", "4"},
                        {"5", "6", "7", "8"},
                        {"9", "1", "2", "3"}};
    all << Pollution{"groups without which columns are called alike", quarters,
                     "Q1,,Q2,\nSold,Back,Sold,Back\n" + written(quarters.mid(1), {})};
    Rows joined = table;
    joined[0] = QStringList{"Date of order", "Time",        "Qty",  "Product ID", "Price in euro",
                            "Type",          "Description", "Link", "Comment"};
    all << Pollution{
        "header of two rows", joined,
        "Date,Time,Qty,Product,Price,Type,Description,Link,Comment\nof order,,,ID,in euro,,,,\n" +
            written(table.mid(1), {})};
    all << Pollution{"no header", table.mid(1), written(table.mid(1), {})};
    const Rows sparse{
        {"1", "2024-01-05", "", "Acme", "", "", ""}, {"2", "", "", "Beta", "x", "", ""},
        {"", "2024-01-07", "", "Gamma", "", "", ""}, {"4", "2024-02-01", "", "Delta", "y", "", ""},
        {"5", "", "", "Echo", "", "", ""},           {"6", "2024-02-03", "", "Foxtrot", "", "", ""}};
    all << Pollution{"sparse, no header, columns always empty", sparse, written(sparse, {})};
    const Rows sparser = sparse.mid(4, 1) + sparse.mid(1, 3) + sparse.mid(5);
    all << Pollution{"sparse, no header, little in the first row", sparser, written(sparser, {})};
    all << Pollution{"sparse, no header, a padded title",
                     sparse,
                     "Orders of 2021,,,,,,\n" + written(sparse, {}),
                     {"1: Orders of 2021||||||"}};
    all << Pollution{"header only", table.mid(0, 1), head};
    all << Pollution{"one row", table.mid(0, 2), written(table.mid(0, 2), {})};
    Rows wide = table;
    for (QStringList& row : wide) row << QString();
    wide[0][9] = QStringLiteral("Spare");
    all << Pollution{"an empty column", wide, written(wide, {})};
    Rows blank = table;
    blank.insert(7, QStringList(9, QString()));
    all << Pollution{"a row of empty cells", blank, written(blank, {})};
    const Rows pairs{{"name", "value"}, {"Acme", "5"}, {"Lumen", "7"}};
    all << Pollution{"title above two columns",
                     pairs,
                     "Export 2024\nCreated by: Jane Doe\n\n" + written(pairs, {}),
                     {"1: Export 2024", "2: Created by: Jane Doe"}};
    all << Pollution{"padded title above two columns",
                     pairs,
                     "My list,\n,\n" + written(pairs, {}),
                     {"1: My list|", "2: |"}};
    const Rows three{
        {"ts", "level", "text"}, {"2024-03-01", "INFO", "started"}, {"2024-03-02", "WARN", "full"}};
    all << Pollution{"names and values above three columns",
                     three,
                     "Filter,All deals\nDate,2024-05-01\n" + written(three, {}),
                     {"1: Filter|All deals", "2: Date|2024-05-01"}};
    const Rows single = orders(1);
    all << Pollution{"title above one row",
                     single,
                     "Report of accounts\n" + written(single, {}),
                     {"1: Report of accounts"}};
    const Rows spread{{"1", "", "", ""}, {"", "no", "", ""}, {"0", "", "x", "z"}, {"1", "yes", "x", ""}};
    all << Pollution{"little in every row, no header", spread, written(spread, {})};
    all << Pollution{"one row, no header", spread.mid(0, 1), written(spread.mid(0, 1), {})};
    const Rows asked{{"id", "What made you choose us, in your own words (be short; at most 20)?", "e-mail"}};
    all << Pollution{"header of sentences only", asked, written(asked, {})};
    Rows both = orders(6);
    QByteArray twice = written(orders(6), {}) + "\n";
    for (QStringList row : people(6)) {
        twice += written({row}, {});
        while (row.size() < 9) row << QString();
        both << row;
    }
    all << Pollution{"two tables", both, twice};
    return all;
}

/// Tables in which a cell that holds delimiters was written without quotes in one row, between words.
static QList<std::pair<const char*, std::pair<Rows, QList<QByteArray>>>> cutCells() {
    QList<std::pair<const char*, std::pair<Rows, QList<QByteArray>>>> all;
    const auto add = [&](const char* name, auto cellOf) {
        Rows table{{"id", "name", "what", "note", "since"}};
        QList<QByteArray> rows{written(table, {})};
        for (int i = 1; i <= 14; ++i) {
            const QStringList row{QString::number(i), QStringLiteral("Firm %1").arg(QChar(u'A' + i)),
                                  cellOf(i), i % 3 ? "by mail" : "on a fair",
                                  QStringLiteral("2024-01-%1").arg(i, 2, 10, QChar(u'0'))};
            table << row;
            rows << (i == 9 ? row.join(u',').toUtf8() + '\n' : written({row}, {}));
        }
        all << std::pair{name, std::pair{table, rows}};
    };
    add("JSON without quotes",
        [](int i) { return QStringLiteral("{\"a\": %1,\"b\": [1,2,{\"c\": \"x\"}],\"d\": (3)}").arg(i); });
    add("an address without quotes", [](int i) { return QStringLiteral("%1 Main St,Springfield").arg(i); });
    add("a long address without quotes",
        [](int i) { return QStringLiteral("%1 Main St, Springfield, Ohio").arg(i); });
    add("the address of a page without quotes",
        [](int i) { return QStringLiteral("https://x.example/p?at=%1,%2").arg(i).arg(i * 7); });
    add("brackets without quotes", [](int i) { return QStringLiteral("Lamp (red,blue,%1)").arg(i); });
    return all;
}

QList<Pollution> damagePollutions() {
    const Rows table = orders(24);
    QList<Pollution> all;
    const auto lines = [&] {
        QList<QByteArray> rows;
        for (const QStringList& row : table) rows << written({row}, {});
        return rows;
    };
    const auto add = [&](const char* name, const Rows& expected, const QList<QByteArray>& rows,
                         bool told = true) {
        all << Pollution{QString::fromLatin1(name), expected, rows.join(), {}, told};
    };
    QList<QByteArray> rows = lines();
    Rows expected = table;
    rows[6].replace("plain", "plain, but good");
    expected[6][6] = QStringLiteral("plain, but good");
    add("delimiter in a cell without quotes", expected, rows);

    rows = lines();
    rows[8] = rows[8].replace(",https", ",,https");
    add("one empty cell too many", table, rows);

    rows = lines();
    expected = table;
    expected[9][8].clear();
    rows[9] = written({expected[9].mid(0, 8)}, {});
    add("last cell missing", expected, rows);

    rows = lines();
    expected = table;
    expected[10][1].clear();
    QStringList gap = expected[10];
    gap.removeAt(1);
    rows[10] = written({gap}, {});
    add("a cell missing in the middle", expected, rows);

    rows = lines();
    rows[12] = written({table[12]}, {QStringLiteral(";")});
    add("one row with another delimiter", table, rows);

    for (const char* delimiter : {";", "\t", "|"}) {
        rows = lines();
        expected = table;
        expected[12][6] = QStringLiteral("Sturdy, heavy, red, and with spare parts, which is rare");
        rows[12] = written({expected[12]}, {QString::fromLatin1(delimiter)});
        add(qPrintable(QStringLiteral("one row with another delimiter and commas, ") +
                       (*delimiter == '\t' ? QStringLiteral("tab") : QString::fromLatin1(delimiter))),
            expected, rows);
    }
    for (const auto& [name, damaged] : cutCells()) add(name, damaged.first, damaged.second);

    rows = lines();
    expected = table;
    expected[6][6] = QStringLiteral("\"plain");
    rows[6].replace("plain", "\"plain");
    add("quote never closed", expected, rows);

    rows = lines();
    expected = table;
    expected[6][6] = QStringLiteral("pl\"ain");
    rows[6].replace("plain", "\"pl\"ain\"");
    add("quote within quotes", expected, rows);

    rows = lines();
    expected = table;
    expected[6][6] = QStringLiteral("plain\"");
    rows[6].replace("plain", "\"plain\"\"");
    add("quote too many before the end", expected, rows);

    rows = lines();
    expected[6][6] = QStringLiteral("\"plain");
    rows[6].replace("plain", "\"\"plain\"");
    add("quote too many at the beginning", expected, rows);

    rows = lines();
    expected[6][6] = QStringLiteral("He said \"no\", then \"yes\"");
    rows[6].replace("plain", "\"He said \"no\", then \"yes\"\"");
    add("quotes not doubled", expected, rows);

    rows = lines();
    expected = table;
    expected[6][6] = QStringLiteral("pla\x01in\x1Bx");
    rows[6].replace("plain", "pla\x01in\x1Bx");
    add("control characters", expected, rows, false);

    rows = lines();
    expected = table;
    expected[6][6] = QString(500000, u'x');
    rows[6].replace("plain", QByteArray(500000, 'x'));
    add("a very long cell", expected, rows, false);

    rows = lines();
    expected = table;
    expected[6] << QStringLiteral("more") << QStringLiteral("and more");
    rows[6] = written({expected[6]}, {});
    add("values beyond the last column", expected, rows);

    rows = lines();
    rows[0] = written({table[0]}, {QStringLiteral(";")});
    add("a header with another delimiter", table, rows);

    expected = table;
    for (QStringList& row : expected)
        for (QString& cell : row) cell.replace(u'\n', u' ');
    for (const qsizetype from : {6, 11, 15}) {
        rows.clear();
        for (qsizetype i = 0; i < expected.size(); ++i)
            rows << written({expected[i]}, {i < from ? QStringLiteral(",") : QStringLiteral(";")});
        add("another delimiter from a row on", expected, rows);
    }

    rows = lines();
    expected = table;
    expected[6][6] = QStringLiteral("plain");
    rows[6].replace("plain", QByteArray("pl\0ain", 6));
    rows[7].prepend('\0');
    add("bytes of value 0", expected, rows);

    rows = lines();
    rows[0].replace("Price", ",Price");
    add("an empty name too many", table, rows);

    rows = lines();
    QString inner = QString::fromUtf8(rows[7]).trimmed();
    rows[7] = "\"" + inner.replace(u'"', QStringLiteral("\"\"")).toUtf8() + "\"\n";
    add("one row quoted as a whole", table, rows);

    Rows calm{{"id", "name", "amount", "since", "town"}};
    for (int i = 1; i <= 9; ++i)
        calm << QStringList{QString::number(i), QStringLiteral("Firm %1").arg(i),
                            QStringLiteral("%1,%2").arg(i).arg(100 + i), QStringLiteral("2024-01-0%1").arg(i),
                            "Ulm"};
    Written all4{};
    all4.quoting = Written::Quoting::All;
    const auto quoted = [&] {
        QList<QByteArray> texts;
        for (const QStringList& row : calm) texts << written({row}, all4);
        return texts;
    };
    rows = quoted();
    rows[4].replace("Firm 4\"", "Firm 4");
    add("a quote lost at the end, all quoted", calm, rows);
    rows = quoted();
    rows[4].replace("4,104\"", "4,104");
    add("a quote lost behind a delimiter, all quoted", calm, rows);
    calm.clear();
    calm << QStringList{"Firm", "Sector", "Seat", "Parent"};
    rows = {written(calm, {})};
    for (int i = 1; i <= 9; ++i) {
        calm << QStringList{QStringLiteral("Firm %1").arg(i), QString::number(1990 + i),
                            i == 6 ? QStringLiteral("Berlin, Germany") : QStringLiteral("Wien"),
                            i % 4 == 0 ? QStringLiteral("Firm 1") : QString()};
        rows << calm.last().join(u',').toUtf8() + '\n';
    }
    add("a comma before a column that is often empty", calm, rows);

    const Rows words = people(9);
    expected = words;
    rows.clear();
    for (const QStringList& row : words) rows << written({row}, {});
    rows[5] = written({words[5]}, {QStringLiteral(";")});
    add("one row of words with another delimiter", expected, rows);

    Rows deals{{"Deal", "Amount", "Closed", "Stage"}};
    for (int i = 1; i <= 8; ++i)
        deals << QStringList{QStringLiteral("Deal %1").arg(i), QStringLiteral("$%1,500,200").arg(i),
                             QStringLiteral("2024-05-0%1").arg(i), i % 2 ? "Won" : "Lost"};
    const auto semicolons = [&] {
        QList<QByteArray> texts;
        for (const QStringList& row : deals) texts << written({row}, {QStringLiteral(";")});
        return texts;
    };
    expected = deals;
    rows = semicolons();
    expected[4] << QStringLiteral("more");
    rows[4] = written({expected[4]}, {QStringLiteral(";")});
    add("a value beyond a last column of words", expected, rows);

    expected = deals;
    rows = semicolons();
    expected[4][2].clear();
    expected[4][3].clear();
    rows[4] = written({expected[4].mid(0, 2)}, {QStringLiteral(";")});
    add("two cells missing, and commas in one that is left", expected, rows);

    Rows contacts{{"Name", "E-mail", "Phone", "Title"}};
    for (int i = 1; i <= 8; ++i)
        contacts << QStringList{QStringLiteral("Hopper, Grace %1").arg(i),
                                QStringLiteral("a%1@ex.org").arg(i), QStringLiteral("+49 123 45%1").arg(i),
                                QStringLiteral("Head of \"Ops\"")};
    rows.clear();
    for (const QStringList& row : contacts) rows << written({row}, {});
    contacts[4][3] = QStringLiteral("VP, Sales");
    rows[4] = written({contacts[4]}, {QStringLiteral(" ")});
    add("one row with blanks, quotes at both ends", contacts, rows);
    return all;
}

}  // namespace icp::test
