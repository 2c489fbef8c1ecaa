#include "core/example/example.h"

#include "core/example/company.h"

#include <array>

namespace icp {

namespace {

/// Rows of a delimited file, written the way the example's CRM writes them.
class Csv {
public:
    explicit Csv(char16_t delimiter) : m_delimiter(delimiter) {}

    void row(const QStringList& cells) {
        for (int i = 0; i < cells.size(); ++i) {
            if (i > 0) m_text += m_delimiter;
            QString cell = cells[i];
            if (cell.contains(m_delimiter) || cell.contains(u'"') || cell.contains(u'\n'))
                cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
            m_text += cell;
        }
        m_text += QStringLiteral("\r\n");
    }
    const QString& text() const { return m_text; }

private:
    char16_t m_delimiter;
    QString m_text;
};

QString number(qint64 value) { return QString::number(value); }
QString day(const QDate& date) { return date.toString(QStringLiteral("dd.MM.yyyy")); }
QString stamp(const QDate& date) {
    return date.toString(QStringLiteral("yyyy-MM-dd")) + QStringLiteral(" 09:30");
}
/// 38400 -> "38.400,00"
QString amount(int value) {
    QString digits = number(value);
    for (auto at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, u'.');
    return digits + QStringLiteral(",00");
}

QByteArray companies(const World& world, Random random) {
    Csv csv(u',');
    csv.row({QStringLiteral("Record ID"),
             QStringLiteral("Company name"),
             QStringLiteral("Company Domain Name"),
             QStringLiteral("Industry"),
             QStringLiteral("Country/Region"),
             QStringLiteral("City"),
             QStringLiteral("Ownership"),
             QStringLiteral("Number of Employees"),
             QStringLiteral("Annual Revenue"),
             QStringLiteral("Year Founded"),
             QStringLiteral("Finance team size"),
             QStringLiteral("Legal entities"),
             QStringLiteral("Days to close the books"),
             QStringLiteral("ERP type"),
             QStringLiteral("Hiring in finance"),
             QStringLiteral("Web Technologies"),
             QStringLiteral("Lifecycle Stage"),
             QStringLiteral("Customer until"),
             QStringLiteral("Company owner"),
             QStringLiteral("Create Date")});
    const auto unless = [&](int perMille, const QString& text) {
        return random.chance(perMille) ? QString() : text;
    };
    for (const Company& c : world.companies) {
        const auto at = std::size_t(c.id - 5100);
        QString erp = c.erp;
        if (erp == u"Cloud" && random.chance(30)) erp = QStringLiteral("cloud ");
        csv.row({number(c.id),
                 c.name,
                 unless(50, c.domain),
                 unless(20, c.industry),
                 unless(10, c.country),
                 unless(80, c.city),
                 unless(15, c.ownership),
                 unless(60, number(c.employees)),
                 unless(180, number(qint64(c.revenue) * 1000)),
                 unless(100, number(c.founded)),
                 unless(50, number(c.team)),
                 unless(40, number(c.entities)),
                 unless(70, number(c.closeDays)),
                 unless(50, erp),
                 unless(60, c.hiring ? QStringLiteral("Yes") : QStringLiteral("No")),
                 unless(100, c.technologies.join(u';')),
                 world.left[at].isValid() ? QStringLiteral("Former customer")
                 : world.customer[at]     ? QStringLiteral("Customer")
                                          : QStringLiteral("Opportunity"),
                 world.left[at].isValid() ? world.left[at].toString(Qt::ISODate) : QString(),
                 QStringLiteral("Owner %1").arg(random.between(1, 9)),
                 stamp(QDate(2021, 1, 1).addDays(random.between(0, 300)))});
    }
    return "\xEF\xBB\xBF" + csv.text().toUtf8();
}

constexpr std::array<const char*, 4> stages{"Qualified", "Discovery", "Demo", "Proposal"};

/// The days on which a deal entered its stages; one that it was not seen at, or never came to, has none.
/// Planted: deals with the smallest finance teams are lost early, those with the largest at the demo.
std::array<QDate, stages.size()> stageDays(const Opportunity& deal, const Company& company, Random& random) {
    int last = int(stages.size()) - 1;
    if (deal.state == Opportunity::State::Open)
        last = deal.stage;
    else if (deal.state == Opportunity::State::Lost)
        last = company.team <= 2   ? random.pick({560, 260, 120, 60})
               : company.team > 50 ? random.pick({90, 160, 600, 150})
                                   : random.pick({260, 290, 250, 200});
    const int days = int(deal.created.daysTo(std::min(deal.closed, exampleExport)));
    const int each = days / (last + 1);
    std::array<QDate, stages.size()> entered;
    for (int stage = 0; stage <= last; ++stage) {
        const int late = random.between(0, each / 2);
        const bool seen = stage == 0 || stage == last || !random.chance(60);
        if (seen) entered[std::size_t(stage)] = deal.created.addDays(stage == 0 ? 0 : stage * each + late);
    }
    return entered;
}

QByteArray deals(const World& world, Random random) {
    Csv csv(u';');
    csv.row({QStringLiteral("Record ID"), QStringLiteral("Deal Name"), QStringLiteral("Deal Stage"),
             QStringLiteral("Amount"), QStringLiteral("Currency"), QStringLiteral("Create Date"),
             QStringLiteral("Close Date"), QStringLiteral("Associated Company IDs (Primary)"),
             QStringLiteral("Associated Company (Primary)"), QStringLiteral("Deal Type"),
             QStringLiteral("Original Traffic Source"), QStringLiteral("Deal owner"),
             QStringLiteral("Deal probability"), QStringLiteral("Forecast category"),
             QStringLiteral("Closed Lost Reason"), QStringLiteral("Date entered \"Qualified (Sales)\""),
             QStringLiteral("Date entered \"Discovery (Sales)\""),
             QStringLiteral("Date entered \"Demo (Sales)\""),
             QStringLiteral("Date entered \"Proposal (Sales)\"")});
    Random steps(6);  // of its own, so that the rest of the file stays what it was
    int row = 1;
    for (const Opportunity& d : world.deals) {
        const Company& c = world.companies[std::size_t(d.company)];
        const bool won = d.state == Opportunity::State::Won;
        const bool lost = d.state == Opportunity::State::Lost;
        const int linked = random.pick({905, 60, 35});  // by id, by name only, not at all
        ++row;
        QStringList cells{number(d.id),
                          c.name + (d.newBusiness ? QStringLiteral(", new") : QStringLiteral(", expansion")),
                          won    ? QStringLiteral("Closed won")
                          : lost ? QStringLiteral("Closed lost")
                                 : QString::fromLatin1(stages[std::size_t(d.stage)]),
                          row == 5 ? QStringLiteral("n/a") : amount(d.amount),
                          QStringLiteral("GBP"),
                          day(d.created),
                          row == 733 ? QStringLiteral("31.02.2024") : day(d.closed),
                          linked == 0 ? number(c.id) : QString(),
                          linked <= 1 ? c.name : QString(),
                          d.newBusiness ? QStringLiteral("New business") : QStringLiteral("Expansion"),
                          random.chance(40) ? QString() : d.source,
                          QStringLiteral("Owner %1").arg(random.between(1, 9)),
                          won    ? QStringLiteral("1,00")
                          : lost ? QStringLiteral("0,00")
                                 : QStringLiteral("0,%10").arg(2 + 2 * d.stage),
                          won    ? QStringLiteral("Closed won")
                          : lost ? QStringLiteral("Not forecasted")
                                 : QStringLiteral("Pipeline"),
                          lost
                              ? (random.chance(500) ? QStringLiteral("Price") : QStringLiteral("No decision"))
                              : QString()};
        for (const QDate date : stageDays(d, c, steps)) cells << (date.isValid() ? day(date) : QString());
        csv.row(cells);
        if (row == 809 || row == 810) {  // one deal exported three times
            csv.row(cells);
            ++row;
        }
    }
    QString text = csv.text();
    text +=
        QStringLiteral("\r\nGrand Totals (%1 records)\r\nConfidential Information - Do Not Distribute\r\n")
            .arg(world.deals.size());
    return text.toLatin1();
}

struct Title {
    const char* text;
    const char* department;
    int chance;     ///< per mille, in an account that bought
    int otherwise;  ///< per mille, in one that did not
};
constexpr std::array<Title, 11> titles{{{"Group Financial Controller", "Finance", 620, 300},
                                        {"Financial Controller", "Finance", 330, 210},
                                        {"Finance Director", "Finance", 540, 260},
                                        {"CFO", "Finance", 250, 140},
                                        {"Finance Systems Lead", "IT", 440, 170},
                                        {"Management Accountant", "Finance", 480, 240},
                                        {"Accounts Payable Clerk", "Finance", 260, 130},
                                        {"External Auditor", "Audit", 320, 120},
                                        {"IT Security Manager", "IT", 70, 150},
                                        {"Purchasing Manager", "Purchasing", 60, 120},
                                        {"Head of Finance", "Finance", 210, 110}}};

QByteArray contacts(const World& world, Random random) {
    static constexpr std::array<const char*, 16> first{"Amira",  "Ben",  "Chloë", "Dieter", "Elena", "Femke",
                                                       "Gareth", "Hana", "Idris", "Jörg",   "Katja", "Liam",
                                                       "Maeve",  "Nils", "Oona",  "Priya"};
    static constexpr std::array<const char*, 16> last{
        "Adler",  "Baker",  "Corbyn", "Dunne", "Evans",  "Fischer", "Grant", "Hughes",
        "Ingham", "Jansen", "Khan",   "Lund",  "Müller", "Novak",   "Okoro", "Peeters"};
    Csv csv(u',');
    csv.row({QStringLiteral("Record ID"), QStringLiteral("First Name"), QStringLiteral("Last Name"),
             QStringLiteral("Email"), QStringLiteral("Job Title"), QStringLiteral("Department"),
             QStringLiteral("Company Name"), QStringLiteral("Associated Company IDs"),
             QStringLiteral("Create Date")});
    int id = 30100;
    for (const Company& c : world.companies) {
        const bool bought = world.customer[std::size_t(c.id - 5100)];
        if (!random.chance(bought ? 950 : 560)) continue;
        for (const Title& title : titles) {
            if (!random.chance(bought ? title.chance : title.otherwise)) continue;
            const QString given = QString::fromUtf8(first[std::size_t(random.between(0, 15))]);
            const QString family = QString::fromUtf8(last[std::size_t(random.between(0, 15))]);
            QString mail = given + u'.' + family;
            mail = mail.normalized(QString::NormalizationForm_D).toLower();
            mail.removeIf([](QChar ch) { return ch.unicode() > 127; });
            const bool linked = random.chance(900);
            csv.row({number(id++), given, family,
                     mail + u'@' + (random.chance(930) ? c.domain : QStringLiteral("gmail.com")),
                     QString::fromUtf8(title.text),
                     random.chance(120) ? QString() : QString::fromUtf8(title.department), c.name,
                     linked ? number(c.id) : QString(),
                     stamp(QDate(2021, 6, 1).addDays(random.between(0, 1300)))});
        }
    }
    return "\xEF\xBB\xBF" + csv.text().toUtf8();
}

QByteArray usage(const World& world, Random random) {
    Csv csv(u',');
    csv.row({QStringLiteral("Company ID"), QStringLiteral("Measured on"), QStringLiteral("Active users"),
             QStringLiteral("Workflows"), QStringLiteral("Features used")});
    for (const Company& c : world.companies) {
        const auto at = std::size_t(c.id - 5100);
        if (!world.customer[at] || world.left[at].isValid()) continue;
        const int users = std::max(1, c.team * random.between(30, 95) / 100);
        csv.row({number(c.id), QStringLiteral("2025-09-30"), number(users),
                 number(users * random.between(1, 4)), number(random.between(2, 12))});
    }
    return csv.text().toUtf8();
}

}  // namespace

std::vector<ExampleFile> exampleFiles() {
    Random random(20250930);
    const World world = makeWorld(random);
    return {{QStringLiteral("companies.csv"), companies(world, Random(1))},
            {QStringLiteral("deals_Q3_final.csv"), deals(world, Random(2))},
            {QStringLiteral("contacts.csv"), contacts(world, Random(3))},
            {QStringLiteral("product_usage.csv"), usage(world, Random(4))}};
}

}  // namespace icp
