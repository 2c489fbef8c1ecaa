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

/// Tables of few rows or columns, whose cells hold signs that separate cells elsewhere.
static void addSmallTables(QList<Pollution>& all) {
    const Rows amounts{{"Firma", "Umsatz", "Anteil"},
                       {"Acme GmbH", "272,43", "81,0"},
                       {"Nordwind AG", "1.611.502,67", "5,5"},
                       {"Lumen", "18,30", "0,25"}};
    const Rows lists{{"id", "skills", "town"},
                     {"1", "a;b;c", "Ulm"},
                     {"2", "p|q", "Bonn"},
                     {"3", "r;s", "Oslo"},
                     {"4", "x", "Lyon"}};
    const Rows quoting{
        {"id", "Why did you choose us, in your own words (please be short; at most 20)?", "mail"},
        {"1", "\"Brand\"", "a@ex.org"},
        {"2", "It's the 'best'", "b@ex.org"}};
    for (qsizetype rows = 1; rows <= 4; ++rows) {
        const auto add = [&](const char* what, const Rows& table, const Written& how) {
            all << Pollution{QStringLiteral("%1 in %2 rows, %3, quote %4%5")
                                 .arg(QLatin1String(what))
                                 .arg(rows)
                                 .arg(visible(how.delimiter), how.quote, how.escape),
                             table.mid(0, rows + 1), written(table.mid(0, rows + 1), how)};
        };
        for (const char* delimiter : {",", ";", "\t", "|", ", ", "; ", " | "}) {
            Written how;
            how.delimiter = QString::fromLatin1(delimiter);
            if (rows < 4) add("amounts", amounts, how);
            add("lists", lists, how);
            if (rows < 3) {
                how.escape = QStringLiteral("\\");
                add("quotes at the edges", quoting, how);
                how.escape.clear();
            }
            how.quote = QStringLiteral("'");
            if (rows < 4) add("amounts", amounts, how);
            if (rows == 2) add("quotes at the edges", quoting, how);
        }
        Written single;
        single.quote = QStringLiteral("'");
        single.quoting = Written::Quoting::All;
        Rows names{{"Company"}, {"Acme GmbH"}, {"Nordwind AG"}, {"Lumen"}, {"Ochre"}};
        add("one column", names, single);
    }
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
        all << Pollution{name + QStringLiteral(", a block filled with NUL"), table,
                         written(table, {}) + QByteArray(300, '\0')};
        Written units;
        const Rows flat = without(table, QStringLiteral("\n\r"));
        for (const char* end : {"\x1E", "\x0B", "\x0C", "\xC2\x85", "\xE2\x80\xA8"}) {
            units.end = QString::fromUtf8(end);
            units.delimiter = *end == '\x1E' ? QStringLiteral("\x1F") : QStringLiteral(",");
            all << Pollution{name + QStringLiteral(", rows end with U+%1").arg(units.end[0].unicode(), 0, 16),
                             flat, written(flat, units)};
        }
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
    Rows pairs{{"town", "people"}};
    for (int i = 1; i <= 8; ++i)
        pairs << QStringList{QStringLiteral("Town%1").arg(i), QString::number(i * 311)};
    add(QStringLiteral("two columns between colons"), pairs, {QStringLiteral(":")});
    for (const char* quote : {"|", "~", "^"}) {
        Written how;
        how.quote = QString::fromLatin1(quote);
        how.quoting = Written::Quoting::All;
        add(QStringLiteral("people between %1").arg(how.quote), people(12), how);
    }
    const Rows single{{"Company"}, {"Blue Sky One"}, {"Red Sun Two"}, {"Old Mill Three"}, {"New Dam Four"}};
    add(QStringLiteral("one column of names of three words"), single, {});
    addSmallTables(all);
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

}  // namespace icp::test
