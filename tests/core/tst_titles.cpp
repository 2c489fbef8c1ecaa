#include "core/base/text.h"
#include "core/workshop/titles.h"
#include "core/workshop/workshop.h"
#include "tests/support/core/places.h"

#include <QFile>
#include <QTest>

using namespace icp;

/// Job titles in six languages, read into departments, ranks and buying roles.
class TestTitles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readings_data();
    void readings();
    void leadersOfFinanceAreOne_data();
    void leadersOfFinanceAreOne();
    void wordsDecideWholeOrAsPartOfCompounds_data();
    void wordsDecideWholeOrAsPartOfCompounds();
    void rulesAreFoldedAndSayOneThing();
    void everyRuleReadsItself();
    void ownPatternsComeFirst();
    void rolesGoToTheNearestPersona();
    void coverageOfRealTitles();
};

namespace {

/// "finance/leader/economic-buyer", several joined by " + ".
QString told(const QString& title) {
    static const char* const names[departmentCount] = {"general",    "operations",  "service", "sales",
                                                       "marketing",  "finance",     "people",  "product",
                                                       "technology", "procurement", "legal",   "security"};
    QStringList all;
    for (const TitleReading& reading : readTitle(title))
        all << QStringLiteral("%1/%2/%3")
                   .arg(reading.department ? QString::fromLatin1(names[int(*reading.department)])
                                           : QStringLiteral("-"),
                        reading.seniority ? seniorityName(*reading.seniority) : QStringLiteral("-"),
                        roleName(reading.role));
    return all.join(QStringLiteral(" + "));
}

Persona personaOf(BuyingRole role, const QStringList& patterns = {}, const QString& department = {}) {
    Persona persona;
    persona.role = role;
    persona.titlePatterns = patterns;
    persona.department = department;
    return persona;
}

std::vector<int> personasOf(const TitleMatcher& matcher, const QString& title) {
    std::vector<int> found;
    for (const TitleMatch& match : matcher.match(title)) found.push_back(match.persona);
    return found;
}

}  // namespace

void TestTitles::readings_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("reading");
    const auto row = [](const char* title, const char* reading) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromLatin1(reading);
    };
    // Buying roles in the languages of the interface.
    row("Chief Financial Officer", "finance/chief/economic-buyer");
    row("CEO & Founder", "general/chief/economic-buyer");
    row("Geschäftsführerin", "general/chief/economic-buyer");
    row("Directora General", "general/chief/economic-buyer");
    row("Diretor Financeiro", "finance/leader/economic-buyer");
    row("Group Financial Controller", "finance/manager/champion");
    row("Responsable comptabilité", "finance/manager/champion");
    row("Gerente de Operaciones", "operations/manager/champion");
    row("IT Manager", "technology/manager/technical-check");
    row("Softwareentwickler / Entwickler", "technology/specialist/technical-check");
    row("Responsable informatique", "technology/manager/technical-check");
    row("Ingeniero de Sistemas", "technology/specialist/technical-check");
    row("Analista de TI", "technology/specialist/technical-check");
    row("Management Accountant", "finance/specialist/end-user");
    row("Sachbearbeiter Einkauf", "procurement/specialist/blocker");
    row("Buchhalterin", "finance/specialist/end-user");
    row("Analista Contable", "finance/specialist/end-user");
    row("Unternehmensberaterin, Beraterin", "-/-/adviser");
    row("Head of Procurement", "procurement/leader/blocker");
    row("Acheteuse", "procurement/specialist/blocker");
    row("Compras", "procurement/-/blocker");
    row("Data Protection Officer", "security/specialist/blocker");
    row("Astronaut", "");
    row("", "");
    row("&, /", "");
    // Japanese.
    row("営業部長", "sales/leader/economic-buyer");
    row("代表取締役社長", "general/chief/economic-buyer");
    row("IT部長", "technology/leader/technical-check");
    row("人事課長", "people/manager/champion");
    row("法務担当", "legal/specialist/blocker");
    row("システムエンジニア", "technology/specialist/technical-check");
    row("経理部長 兼 人事部長", "finance/leader/economic-buyer + people/leader/economic-buyer");
    // Abbreviations.
    row("Sr. Dir. Finance", "finance/leader/economic-buyer");
    row("V.P. Sales", "sales/leader/economic-buyer");
    row("Sr Sourcing Manager", "procurement/manager/blocker");
    row("C.F.O.", "finance/chief/economic-buyer");
    row("DAF", "finance/leader/economic-buyer");
    row("Asst. Mgr., Ops", "operations/assistant/end-user");
    // Both genders, and all of them.
    row("Leiter:in Rechnungswesen (m/w/d)", "finance/leader/economic-buyer");
    row("Buchhalter/in", "finance/specialist/end-user");
    row("Directeur·rice financier", "finance/leader/economic-buyer");
    row("Diretor(a) Comercial", "sales/leader/economic-buyer");
    row("Comptable (H/F)", "finance/specialist/end-user");
    // Compounds.
    row("Vertriebsleiterin", "sales/leader/economic-buyer");
    row("Personalleiter", "people/leader/economic-buyer");
    row("Einkaufsleitung", "procurement/leader/blocker");
    row("Vertriebsteamleiter", "sales/manager/champion");
    row("Konzernrechnungslegungsabteilungsleiterin", "finance/leader/economic-buyer");
    row("Informationssicherheitsbeauftragter", "security/-/blocker");
    // Somebody else's rank.
    row("Assistant to the CFO", "finance/assistant/end-user");
    row("Assistentin der Geschäftsführung", "general/assistant/end-user");
    row("Assistante du directeur financier", "finance/assistant/end-user");
    row("Asistente del director de compras", "procurement/assistant/blocker");
    row("CFO Assistant", "finance/assistant/end-user");
    row("社長秘書", "general/assistant/end-user");
    row("Executive Assistant to CEO & Founder", "general/assistant/end-user");
    row("Advisor to the CEO", "general/-/adviser");
    row("Assistant Manager", "-/manager/champion");
    row("Purchasing Assistant", "procurement/assistant/blocker");
    // Several roles, and what belongs together.
    row("CFO & COO", "finance/chief/economic-buyer + operations/chief/economic-buyer");
    row("CFO / CTO", "finance/chief/economic-buyer + technology/chief/technical-check");
    row("VP Finance and Operations", "finance/leader/economic-buyer + operations/leader/economic-buyer");
    row("Director, Finance", "finance/leader/economic-buyer");
    row("Sales & Marketing Manager", "sales/manager/champion + marketing/manager/champion");
    row("Executive Vice President and Chief Financial Officer", "finance/chief/economic-buyer");
    row("Head of Sales - Germany", "sales/leader/economic-buyer");
    row("Account Manager", "sales/specialist/end-user");
}

void TestTitles::readings() {
    QFETCH(QString, title);
    QTEST(told(title), "reading");
}

void TestTitles::leadersOfFinanceAreOne_data() {
    QTest::addColumn<QString>("title");
    for (const char* title :
         {"VP Finance", "Head of Finance", "Finanzleiter", "Finanzleiterin", "Leiter Finanzen",
          "Directrice financière", "Directeur financier", "Director financiero", "Directora de Finanzas",
          "Diretora financeira", "経理部長", "財務部長", "Finance Director", "Vice-President, Finance",
          "kaufmännische Leitung", "LEITERIN FINANZEN & CONTROLLING"})
        QTest::newRow(title) << QString::fromUtf8(title);
}

void TestTitles::leadersOfFinanceAreOne() {
    QFETCH(QString, title);
    QCOMPARE(told(title), QStringLiteral("finance/leader/economic-buyer"));
    QVERIFY(!readTitle(title).front().decidedBy.isEmpty());
}

void TestTitles::wordsDecideWholeOrAsPartOfCompounds_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* title, const char* pattern, bool matches) {
        QTest::addRow("%s, %s", title, pattern)
            << QString::fromUtf8(title) << QString::fromUtf8(pattern) << matches;
    };
    row("Head of IT", "it", true);
    row("Auditor", "it", false);
    row("Group Finance Director EMEA", "finance director", true);
    row("Director, Finance", "finance director", false);
    row("Finance & Director", "Finance and Director", true);
    row("Vertriebsleiter", "*leiter", true);
    row("Leiter Vertrieb", "*leiter", false);
    row("Vertriebsleiter", "vertrieb*", true);
    row("Vertriebsleiter", "vertrieb", false);
    row("本社経理部長", "経理部長", true);
    row("Assistant to the CFO", "CFO", false);
    row("Assistant to the CFO", "assistant to the cfo", true);
    row("CFO & COO", "coo", true);
    row("anything", "", false);
    row("anything", "*", false);
    row("", "it", false);
}

void TestTitles::wordsDecideWholeOrAsPartOfCompounds() {
    QFETCH(QString, title);
    QFETCH(QString, pattern);
    QTEST(titleMatches(title, pattern), "matches");
}

void TestTitles::rulesAreFoldedAndSayOneThing() {
    QSet<QString> seen;
    for (const TitleRule& rule : usualTitleRules()) {
        const QString letters = QString(rule.pattern).remove(u'*');
        QCOMPARE(folded(letters), letters);
        QVERIFY2(!letters.isEmpty() && !seen.contains(rule.pattern), qPrintable(rule.pattern));
        seen.insert(rule.pattern);
        QVERIFY(rule.department || rule.seniority || rule.role);
    }
    QVERIFY(seen.size() > 400);
}

void TestTitles::everyRuleReadsItself() {
    for (const TitleRule& rule : usualTitleRules()) {
        const QString title = QString(rule.pattern).replace(u'*', u'x');
        const std::vector<TitleReading> readings = readTitle(title);
        QVERIFY2(!readings.empty(), qPrintable(rule.pattern));
    }
}

void TestTitles::ownPatternsComeFirst() {
    const std::vector<Persona> panel{personaOf(BuyingRole::Champion, {"cfo", "finance lead"}),
                                     personaOf(BuyingRole::EconomicBuyer, {"group cfo"}),
                                     personaOf(BuyingRole::TechnicalCheck)};
    const TitleMatcher matcher(panel);
    QCOMPARE(personasOf(matcher, "CFO"), (std::vector<int>{0}));
    QCOMPARE(personasOf(matcher, "Group CFO"), (std::vector<int>{1}));  // the longer one
    QCOMPARE(matcher.match(u"Group CFO").front().rule, QStringLiteral("group cfo"));
    QVERIFY(matcher.match(u"Group CFO").front().own);
    QCOMPARE(personasOf(matcher, "Finance Lead & Group CFO"), (std::vector<int>{0, 1}));
    QCOMPARE(personasOf(matcher, "Assistant to the CFO"), (std::vector<int>{-1}));  // an end user, not there
    QCOMPARE(personasOf(matcher, "CTO"), (std::vector<int>{2}));
    QVERIFY(!matcher.match(u"CTO").front().own);
    QCOMPARE(matcher.match(u"CTO").front().rule, QStringLiteral("cto"));
    QVERIFY(matcher.match(u"Astronaut").empty());
    // A persona that only its own patterns find.
    std::vector<Persona> strict = panel;
    strict[2].usualTitles = false;
    QCOMPARE(personasOf(TitleMatcher(strict), "CTO"), (std::vector<int>{-1}));
    // The title of a persona is one of its patterns.
    strict[2].title = QStringLiteral("Chief Technology Officer");
    QCOMPARE(personasOf(TitleMatcher(strict), "chief technology officer"), (std::vector<int>{2}));
}

void TestTitles::rolesGoToTheNearestPersona() {
    std::vector<Persona> panel{personaOf(BuyingRole::EconomicBuyer),
                               personaOf(BuyingRole::EconomicBuyer, {}, "Finanzen"),
                               personaOf(BuyingRole::EconomicBuyer, {}, "Sales")};
    panel.push_back(personaOf(BuyingRole::EconomicBuyer, {}, "Finance"));
    panel.back().seniority = Seniority::Chief;
    const TitleMatcher matcher(panel);
    QCOMPARE(personasOf(matcher, "VP Finance"), (std::vector<int>{1}));
    QCOMPARE(personasOf(matcher, "CFO"), (std::vector<int>{3}));
    QCOMPARE(personasOf(matcher, "Director of Sales"), (std::vector<int>{2}));
    QCOMPARE(personasOf(matcher, "Director of Operations"), (std::vector<int>{0}));
    QCOMPARE(personasOf(matcher, "CFO & CRO"), (std::vector<int>{3, 2}));
}

void TestTitles::coverageOfRealTitles() {
    const QMap<QString, QString> files{{"dynamics365/Contact.csv", "Job Title"},
                                       {"salesforce-export/Contact.csv", "Title"}};
    int looked = 0;
    for (auto file = files.begin(); file != files.end(); ++file) {
        QFile csv(realFile(file.key()));
        if (!csv.open(QIODevice::ReadOnly)) continue;
        ++looked;
        // Titles stand in quotes where they hold a comma; nothing else of the format matters here.
        const auto cells = [](const QString& line) {
            QStringList row(QString{});
            bool quoted = false;
            for (const QChar c : line) {
                if (c == u'"')
                    quoted = !quoted;
                else if (c == u',' && !quoted)
                    row << QString();
                else
                    row.last() += c;
            }
            return row;
        };
        const QStringList lines = QString::fromUtf8(csv.readAll()).remove(QChar(0xFEFF)).split(u'\n');
        const qsizetype column = cells(lines.front().trimmed()).indexOf(file.value());
        QVERIFY(column >= 0);
        QMap<QString, int> titles;
        for (const QString& line : lines.mid(1))
            if (const QString title = cells(line.trimmed()).value(column).trimmed(); !title.isEmpty())
                ++titles[title];
        int all = 0;
        int read = 0;
        QStringList unknown;
        for (auto title = titles.begin(); title != titles.end(); ++title) {
            all += title.value();
            const bool known = !readTitle(title.key()).empty();
            read += known ? title.value() : 0;
            if (!known) unknown << title.key();
        }
        qInfo("%s: %d of %d contacts with a title are read, %d distinct titles; unknown: %s",
              qPrintable(file.key()), read, all, int(titles.size()), qPrintable(unknown.join(u';')));
        QVERIFY(read >= all * 9 / 10);
    }
    if (looked == 0) QSKIP("The real exports are not beside the project.");
}

QTEST_APPLESS_MAIN(TestTitles)
#include "tst_titles.moc"
