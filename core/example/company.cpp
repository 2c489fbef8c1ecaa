#include "core/example/company.h"

#include <algorithm>
#include <array>

namespace icp {

namespace {

constexpr int companyCount = 1046;

QString word(std::initializer_list<const char*> words, int index) {
    return QString::fromUtf8(words.begin()[std::size_t(index)]);
}

QString firstWord(Random& random) {
    return word(
        {"Ardent",   "Bexley",     "Calder",   "Corran",   "Esker",    "Fennick", "Grafham",   "Halden",
         "Ashdown",  "Brook",      "Calloway", "Stanmore", "Kestrel",  "Ostrava", "Thornbury", "Merrow",
         "Whitby",   "Lowther",    "Marlow",   "Severn",   "Pollard",  "Twyford", "Redwick",   "Harbour",
         "Mossgate", "Brightwell", "Esk",      "Dunmore",  "Vest",     "Wendel",  "Åkerø",     "Müllner",
         "Señora",   "Lindqvist",  "Van Rooy", "De Groot", "Kilbride", "Tarn",    "Hollin",    "Quarry",
         "Penrose",  "Larch",      "Orwell",   "Tamar",    "Winslow"},
        random.between(0, 44));
}

QString secondWord(Random& random, int industry) {
    static constexpr std::array<std::array<const char*, 4>, 9> byIndustry{{
        {"Freight", "Haulage", "Logistics", "Transit"},
        {"Advisory", "& Hollis", "Partners", "Consulting"},
        {"Clinics", "Health", "Medical", "Care"},
        {"Cloudworks", "Labs", "Software", "Systems"},
        {"Wholesale", "Trade", "Supply", "Handel"},
        {"Castings", "Parts", "Works", "Engineering"},
        {"Stores", "Retail", "Foods", "Outfitters"},
        {"Energy", "Power", "Grid", "Renewables"},
        {"Insurance", "Mutual", "Cover", "Underwriting"},
    }};
    return QString::fromUtf8(byIndustry[std::size_t(industry)][std::size_t(random.between(0, 3))]);
}

QString cityOf(int country, Random& random) {
    static constexpr std::array<std::array<const char*, 3>, 8> cities{{
        {"London", "Manchester", "Leeds"},
        {"Dublin", "Cork", "Galway"},
        {"Amsterdam", "Utrecht", "Eindhoven"},
        {"Brussels", "Ghent", "Antwerp"},
        {"Hamburg", "München", "Köln"},
        {"Paris", "Lyon", "Lille"},
        {"Malmö", "Göteborg", "Uppsala"},
        {"Boston", "Chicago", "Denver"},
    }};
    return QString::fromUtf8(cities[std::size_t(country)][std::size_t(random.between(0, 2))]);
}

int teamSize(Random& random) {
    switch (random.pick({190, 210, 260, 115, 105, 75, 24})) {
        case 0:
            return random.between(1, 3);
        case 1:
            return random.between(4, 7);
        case 2:
            return random.between(8, 15);
        case 3:
            return random.between(16, 25);
        case 4:
            return random.between(26, 60);
        case 5:
            return random.between(61, 150);
        default:
            return random.between(151, 400);
    }
}

int legalEntities(Random& random) {
    switch (random.pick({330, 290, 260, 80, 40})) {
        case 0:
            return 1;
        case 1:
            return random.between(2, 5);
        case 2:
            return random.between(6, 20);
        case 3:
            return random.between(21, 40);
        default:
            return random.between(41, 120);
    }
}

Company makeCompany(Random& random, int index) {
    Company c;
    c.id = 5100 + index;
    const int industry = random.pick({260, 130, 110, 140, 130, 120, 80, 18, 12});
    c.industry = word({"Logistics", "Business services", "Healthcare", "Software", "Wholesale",
                       "Manufacturing", "Retail", "Energy", "Insurance"},
                      industry);
    c.name = firstWord(random) + u' ' + secondWord(random, industry);
    const int country = random.pick({620, 60, 70, 50, 100, 60, 25, 15});
    c.country = word({"United Kingdom", "Ireland", "Netherlands", "Belgium", "Germany", "France", "Sweden",
                      "United States"},
                     country);
    c.city = cityOf(country, random);
    c.ownership = word({"Family owned", "Private equity", "Subsidiary", "Listed", "Public body"},
                       random.pick({380, 220, 210, 100, 90}));
    c.erp = word({"Cloud", "On premises", "Spreadsheets", "Several"}, random.pick({360, 330, 180, 130}));
    c.team = teamSize(random);
    // Staff follow the finance team, with enough noise that the two can be told apart.
    c.employees = c.team * random.between(8, 46) + random.between(3, 40);
    c.revenue = c.employees * random.between(70, 190);
    c.entities = legalEntities(random);
    c.closeDays = random.between(3, 8) + (random.chance(560) ? random.between(1, 9) : 0);
    c.founded = 2022 - random.between(0, 30) - random.between(0, 40);
    c.hiring = random.chance(300);
    const QStringList tools{QStringLiteral("Sage"),  QStringLiteral("Xero"),       QStringLiteral("NetSuite"),
                            QStringLiteral("SAP"),   QStringLiteral("Power BI"),   QStringLiteral("Tableau"),
                            QStringLiteral("Slack"), QStringLiteral("Salesforce"), QStringLiteral("HubSpot")};
    for (const QString& tool : tools)
        if (random.chance(230)) c.technologies << tool;
    return c;
}

/// Chance of winning a deal with this company, in thousandths: the planted truth.
int winChance(const Company& c) {
    int chance = 190;
    if (c.team <= 2)
        chance -= 120;
    else if (c.team <= 20)
        chance += 150;
    else if (c.team > 50)
        chance -= 110;
    if (c.entities >= 2 && c.entities <= 20)
        chance += 80;
    else if (c.entities == 1)
        chance -= 70;
    if (c.closeDays >= 9)
        chance += 90;
    else if (c.closeDays <= 5)
        chance -= 80;
    if (c.erp == u"Cloud") chance += 60;
    if (c.hiring) chance += 50;
    if (c.ownership == u"Public body") chance -= 330;
    return std::clamp(chance, 15, 900);
}

QString source(Random& random) {
    return word({"Inbound", "Outbound", "Partner", "Event", "Referral"},
                random.pick({310, 330, 130, 120, 110}));
}

Opportunity makeDeal(Random& random, const Company& company, int index, bool newBusiness) {
    Opportunity d;
    d.id = 90400 + index;
    d.company = company.id - 5100;
    d.newBusiness = newBusiness;
    d.created = QDate(2021, 11, 1).addDays(random.between(0, 1340));
    d.amount = 6000 + company.team * random.between(600, 1500) + company.entities * random.between(150, 700);
    d.source = source(random);
    const bool won = random.chance(winChance(company));
    const int days = won ? random.between(20, 160) : random.between(15, 260);
    d.closed = d.created.addDays(days);
    if (d.closed > exampleExport) {
        d.stage = random.between(0, 3);
        d.closed = exampleExport.addDays(random.between(5, 120));
    } else {
        d.state = won ? Opportunity::State::Won : Opportunity::State::Lost;
    }
    return d;
}

}  // namespace

World makeWorld(Random& random) {
    World world;
    QStringList taken;
    for (int i = 0; i < companyCount; ++i) {
        Company company = makeCompany(random, i);
        while (taken.contains(company.name))
            company.name += QStringLiteral(" %1").arg(
                word({"North", "West", "Group", "Europe", "One"}, random.between(0, 4)));
        taken << company.name;
        company.domain = company.name.normalized(QString::NormalizationForm_D).toLower();
        company.domain.removeIf([](QChar c) { return c.unicode() > 127 || !c.isLetterOrNumber(); });
        company.domain += QStringLiteral(".example");
        world.companies.push_back(company);
    }
    world.customer.assign(companyCount, false);
    world.left.assign(companyCount, QDate());
    const auto add = [&](const Company& company, bool newBusiness) {
        world.deals.push_back(makeDeal(random, company, int(world.deals.size()), newBusiness));
        if (world.deals.back().state == Opportunity::State::Won)
            world.customer[std::size_t(world.deals.back().company)] = true;
    };
    for (const Company& company : world.companies)
        if (random.chance(950)) add(company, true);
    for (const Company& company : world.companies)
        if (world.customer[std::size_t(company.id - 5100)] && random.chance(300)) add(company, false);
    for (const Company& company : world.companies) {
        const auto at = std::size_t(company.id - 5100);
        const bool fits = company.team >= 4 && company.team <= 25 && company.entities >= 2;
        if (world.customer[at] && random.chance(fits ? 60 : 210))
            world.left[at] = exampleExport.addDays(-random.between(20, 700));
    }
    return world;
}

}  // namespace icp
