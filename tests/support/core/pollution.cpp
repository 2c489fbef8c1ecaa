#include "tests/support/core/pollution.h"

#include <QRandomGenerator>

namespace icp::test {

namespace {

/// The same table without signs that a file without quotes cannot hold.
Rows without(Rows table, const QString& signs) {
    for (QStringList& row : table)
        for (QString& cell : row) {
            for (const QChar c : signs) cell.remove(c);
            cell = cell.trimmed();
        }
    return table;
}

QString visible(QString text) {
    return text.replace(u'\t', QStringLiteral("tab"))
        .replace(u'\x1F', QStringLiteral("unit"))
        .replace(u'\x01', QStringLiteral("one"))
        .replace(u'\r', QStringLiteral("CR"))
        .replace(u'\n', QStringLiteral("LF"));
}

}  // namespace

QByteArray written(const Rows& table, const Written& how) {
    const QString closing = how.closing.isEmpty() ? how.quote : how.closing;
    QString text;
    for (const QStringList& row : table) {
        QStringList cells;
        for (QString cell : row) {
            bool number = false;
            (void)cell.toDouble(&number);
            const bool needed =
                cell.contains(how.delimiter) || cell.contains(u'\n') || cell.contains(u'\r') ||
                (!closing.isEmpty() && (cell.contains(how.quote) || cell.contains(closing))) ||
                cell.startsWith(u' ') || cell.endsWith(u' ');
            const bool quoted = !how.quote.isEmpty() &&
                                (needed || how.quoting == Written::Quoting::All ||
                                 (how.quoting == Written::Quoting::Texts && !number && !cell.isEmpty()));
            if (quoted) {
                if (!how.escape.isEmpty()) cell.replace(how.escape, how.escape + how.escape);
                cell.replace(closing, (how.escape.isEmpty() ? closing : how.escape) + closing);
                cell = how.quote + cell + closing;
            }
            cells << cell;
        }
        text += cells.join(how.delimiter) + how.end;
    }
    return text.toUtf8();
}

Rows orders(int rows) {
    QRandomGenerator random(84);
    const QStringList kinds{"Tool", "Toy", "Office chair", "Lamp"};
    const QStringList notes{"",
                            "Sturdy, but heavy",
                            "The \"best\" of 2021",
                            "Fits 3\" pipes",
                            "first line\nsecond line",
                            "plain",
                            "Comes in red, green, and blue; no spares",
                            "It's the customer's"};
    Rows table{{"Date", "Time", "Qty", "Product ID", "Price", "Type", "Description", "Link", "Comment"}};
    for (int i = 0; i < rows; ++i)
        table << QStringList{QStringLiteral("%1/%2/2021")
                                 .arg(random.bounded(1, 13), 2, 10, QChar(u'0'))
                                 .arg(random.bounded(1, 29), 2, 10, QChar(u'0')),
                             QStringLiteral("%1:%2")
                                 .arg(random.bounded(0, 24), 2, 10, QChar(u'0'))
                                 .arg(random.bounded(0, 60), 2, 10, QChar(u'0')),
                             QString::number(random.bounded(1, 40)),
                             QStringLiteral("P%1").arg(random.bounded(100, 999)),
                             QString::number(random.bounded(100, 99999) / 100.0, 'f', 2),
                             kinds[random.bounded(4)],
                             notes[i % notes.size()],
                             QStringLiteral("https://shop.example/p?id=%1").arg(i),
                             random.bounded(3) == 0 ? QStringLiteral("ok") : QString()};
    return table;
}

Rows people(int rows) {
    QRandomGenerator random(7);
    const QStringList first{"Ada", "Grace", "Jörg", "Zoë", "Li", "Noor"};
    const QStringList last{"Lovelace", "Hopper", "Müller", "Deschanel", "Wei", "van den Berg"};
    const QStringList towns{"Köln", "New York", "São Paulo", "Lyon", "Oslo"};
    Rows table{{"Name", "Town", "Role", "Since"}};
    for (int i = 0; i < rows; ++i)
        table << QStringList{first[random.bounded(6)] + u' ' + last[random.bounded(6)],
                             towns[random.bounded(5)],
                             random.bounded(2) ? QStringLiteral("buyer") : QStringLiteral("user"),
                             QString::number(2000 + random.bounded(24))};
    return table;
}

QList<Pollution> dialectPollutions() {
    QList<Pollution> all;
    const QList<std::pair<QString, Rows>> tables{
        {"orders", orders(40)}, {"few orders", orders(9)}, {"people", people(25)}};
    const auto add = [&](const QString& what, const Rows& table, const Written& how) {
        all << Pollution{what, table, written(table, how)};
    };
    for (const auto& [name, table] : tables) {
        for (const char* delimiter : {",", ";", "\t", "|", " ", ":", "^", "~", "\x1F", "\x01", "||",
                                      "::", ";;", ", ", "~|~", " | ", "|~|", "##", "§"}) {
            Written how;
            how.delimiter = QString::fromUtf8(delimiter);
            for (const QString& end : {QStringLiteral("\n"), QStringLiteral("\r\n"), QStringLiteral("\r")}) {
                how.end = end;
                add(QStringLiteral("%1, %2, %3").arg(name, visible(how.delimiter), visible(end)), table, how);
            }
            how.end = QStringLiteral("\n");
            how.quoting = Written::Quoting::All;
            add(QStringLiteral("%1, %2, all quoted").arg(name, visible(how.delimiter)), table, how);
            how.quoting = Written::Quoting::Needed;
            how.quote.clear();
            const Rows plain = without(table, how.delimiter + QStringLiteral("\n\""));
            if (delimiter != std::string_view(" ") && delimiter != std::string_view(":"))
                add(QStringLiteral("%1, %2, no quotes").arg(name, visible(how.delimiter)), plain, how);
        }
        const Rows calm = without(table, QStringLiteral("'`"));
        for (const char* delimiter : {",", ";", "\t", "|"})
            for (const auto& [quote, closing] :
                 {std::pair{"\"", "\""}, {"'", "'"}, {"`", "`"}, {"“", "”"}, {"«", "»"}})
                for (const char* escape : {"", "\\", "^", "/"}) {
                    const bool wide = quote[1] != 0;
                    if (wide && *escape != 0) continue;
                    if (*escape == '/' || *escape == '^') {
                        if (*quote != '"' || *delimiter == '|') continue;
                    }
                    Written how;
                    how.delimiter = QString::fromUtf8(delimiter);
                    how.quote = QString::fromUtf8(quote);
                    how.closing = QString::fromUtf8(closing);
                    how.escape = QString::fromUtf8(escape);
                    how.quoting = Written::Quoting::Texts;
                    const Rows& fit = *quote == '"' ? table : calm;
                    add(QStringLiteral("%1, %2, texts in %3%4, escape %5")
                            .arg(name, visible(how.delimiter), how.quote, how.closing, how.escape),
                        *escape == '/' ? without(fit, QStringLiteral("/")) : fit, how);
                }
        Written doubled;
        Rows whole;
        for (const QStringList& row : table)
            whole << QStringList{QString::fromUtf8(written({row}, doubled)).chopped(1)};
        Written outer;
        outer.quoting = Written::Quoting::All;
        add(name, table, doubled);
        all.back().name = name + QStringLiteral(", rows quoted as a whole");
        all.back().bytes = written(whole, outer);
        all << Pollution{name + QStringLiteral(", sep line"), table,
                         "sep=;\r\n" + written(table, {QStringLiteral(";")})};
        all << Pollution{name + QStringLiteral(", no line end at the end"), table,
                         written(table, {}).chopped(1)};
        all << Pollution{
            name + QStringLiteral(", BOM in the middle"), table,
            "\xEF\xBB\xBF" + written(table.mid(0, 5), {}) + "\xEF\xBB\xBF" + written(table.mid(5), {})};
        QByteArray mixed;
        for (int i = 0; i < table.size(); ++i) {
            Written how;
            how.end = QStringList{"\n", "\r\n", "\r", "\n\n"}[i % 4];
            mixed += written({table[i]}, how);
        }
        all << Pollution{name + QStringLiteral(", line ends mixed, blank lines"), table, mixed};
        all << Pollution{name + QStringLiteral(", Control-Z at the end"), table, written(table, {}) + '\x1A'};
        QByteArray spaced;
        for (const QStringList& row : table) {
            QStringList cells;
            for (QString cell : row)
                cells << QStringLiteral("\"%1\"").arg(cell.replace(u'"', QStringLiteral("\"\"")));
            spaced += cells.join(QStringLiteral(" , ")).toUtf8() + '\n';
        }
        all << Pollution{name + QStringLiteral(", blanks around quotes"), table, spaced};
        QByteArray ends;
        for (const QStringList& row : table) ends += written({row}, {}).chopped(1) + ",\n";
        all << Pollution{name + QStringLiteral(", a delimiter at the end of every row"), table, ends};
    }
    Rows dated{{"Name", "Closed", "Amount", "Town"}};
    QByteArray spacedDates = "Name, Closed, Amount, Town\n";
    for (int i = 1; i <= 12; ++i) {
        dated << QStringList{QStringLiteral("Deal %1").arg(i), QStringLiteral("Jan %1, 2024").arg(i),
                             QStringLiteral("%1,%2.50").arg(i).arg(100 + i), i % 2 ? "Ulm" : "Bonn"};
        spacedDates += QStringLiteral("%1, \"%2\", \"%3\", %4\n")
                           .arg(dated.last()[0], dated.last()[1], dated.last()[2], dated.last()[3])
                           .toUtf8();
    }
    all << Pollution{QStringLiteral("dates and amounts in quotes, cut by comma and blank"), dated,
                     spacedDates};
    Rows payloads{{"id", "payload", "ok"}};
    for (int i = 0; i < 10; ++i)
        payloads << QStringList{QString::number(i), QStringLiteral("{\"a\": %1, \"b\": [1, 2]}").arg(i),
                                "true"};
    QByteArray unended = written(payloads.mid(0, 1), {});
    for (const QStringList& row : payloads.mid(1)) unended += written({row}, {}).chopped(1) + ",\n";
    all << Pollution{QStringLiteral("a delimiter at the end of every row but the header"), payloads, unended};
    const Rows remarks{
        {"Remark"}, {"All is well here"},         {"We want to buy, soon"}, {"Price too high; call later"},
        {"No"},     {"Ask again in May, or June"}};
    for (const char* quote : {"", "'"}) {
        Written how;
        how.delimiter = QStringLiteral("\t");
        how.quote = QString::fromLatin1(quote);
        how.quoting = Written::Quoting::All;
        add(QStringLiteral("one column of sentences, quote %1").arg(how.quote), remarks, how);
    }
    return all;
}

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
    Rows joined = table;
    joined[0] = QStringList{"Order Date",          "Order Time",    "Order Qty",
                            "Product Product ID",  "Product Price", "Product Type",
                            "Product Description", "Product Link",  "Product Comment"};
    all << Pollution{"group names", joined, "Order,,,Product,,,,,\n" + csv};
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
                       visible(QString::fromLatin1(delimiter))),
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
    return all;
}

}  // namespace icp::test
