#include "tests/support/core/deckcase.h"

#include "core/base/interval.h"

#include <limits>

namespace icp::test {

namespace {

constexpr double open = std::numeric_limits<double>::infinity();

Rate rate(qint64 positives, qint64 n) {
    const Interval interval = wilson(positives, n);
    return {n, positives, n > 0 ? double(positives) / double(n) : 0, interval.low, interval.high};
}

GaugeRate gaugeRate(qint64 positives, qint64 n) {
    const Rate r = rate(positives, n);
    return {r.n, r.positives, r.rate, r.low, r.high};
}

Condition range(const char* attribute, double low, double high) {
    Condition condition;
    condition.attribute = QString::fromLatin1(attribute);
    condition.op = Condition::Op::Range;
    condition.low = low;
    condition.high = high;
    return condition;
}

Condition in(const char* attribute, const QStringList& values) {
    Condition condition;
    condition.attribute = QString::fromLatin1(attribute);
    condition.values = values;
    return condition;
}

Criterion criterion(const char* id, Section section, const QString& text, Importance importance,
                    std::optional<Condition> condition) {
    Criterion made;
    made.id = QString::fromLatin1(id);
    made.section = section;
    made.text = text;
    made.importance = importance;
    made.condition = std::move(condition);
    made.weight = 10;
    return made;
}

Level level(const QString& label, qint64 positives, qint64 n, LevelStatus status = LevelStatus::Ok,
            bool unknown = false) {
    Level made;
    made.label = label;
    made.rate = rate(positives, n);
    made.shrunk = made.rate.rate;
    made.lift = made.rate.rate / 0.32;
    made.status = status;
    made.unknown = unknown;
    return made;
}

Attribute attribute(const char* name, const QString& label, Entity entity, AttributeUse use, int column) {
    Attribute made;
    made.name = QString::fromLatin1(name);
    made.label = label;
    made.entity = entity;
    made.use = use;
    made.column = column;
    return made;
}

/// Six accounts, all ideal customers; the newest deals of 2025 spread over two of them and two others.
void addData(Dataset& dataset) {
    const std::vector<std::string> names{"Stanmore Haulage", "Kestrel Cloudworks", "Klinikum Vest",
                                         "Halden Spedition", "Norbury Textiles",   "=Public Works"};
    auto accounts = std::make_shared<Table>();
    accounts->rows = names.size();
    accounts->fields = {{QStringLiteral("Company"), Column::texts(names, Bitmap(names.size()))},
                        {QStringLiteral("Finance team"),
                         Column::numbers(ColumnType::Number, {12, 8, 15, 6, 40, 80}, Bitmap(names.size()))}};
    dataset.accounts.table = accounts;
    dataset.accounts.attributes = {
        attribute("account.name", QStringLiteral("Company"), Entity::Account, AttributeUse::Key, 0),
        attribute("account.x_finance_team", QStringLiteral("Finance team"), Entity::Account,
                  AttributeUse::Feature, 1)};
    for (std::uint32_t row = 0; row < names.size(); ++row) dataset.accounts.links.account.push_back(row);
    dataset.accountState.assign(names.size(), AccountState::Unknown);

    auto deals = std::make_shared<Table>();
    std::vector<double> closed;
    const double newYear = double(QDate(1970, 1, 1).daysTo(QDate(2025, 1, 1)));
    for (int i = 0; i < 234; ++i) {
        const bool inside = i % 3 == 0;  // 78 inside, 156 outside
        closed.push_back(newYear + i);
        dataset.deals.links.account.push_back(inside ? std::uint32_t(i % 4) : std::uint32_t(4 + i % 2));
        dataset.dealState.push_back((inside ? i % 5 < 3 : i % 7 < 2) ? DealState::Won : DealState::Lost);
    }
    deals->rows = closed.size();
    deals->fields = {
        {QStringLiteral("Close Date"), Column::numbers(ColumnType::Date, closed, Bitmap(closed.size()))}};
    dataset.deals.table = deals;
    dataset.deals.links.byName = qint64(closed.size());
    dataset.deals.attributes = {
        attribute("deal.close_date", QStringLiteral("Close Date"), Entity::Deal, AttributeUse::Outcome, 0)};
    dataset.asOf = QDate(2025, 9, 30);
    dataset.fingerprint = QStringLiteral("7f3ac21e90b4d5aa");
}

void addFindings(Findings& findings) {
    findings.base = rate(230, 720);
    findings.discovery = rate(142, 486);
    findings.heldOut = rate(88, 234);
    findings.heldOutFrom = QDate(2025, 1, 1);
    findings.from = QDate(2022, 1, 4);
    findings.to = QDate(2025, 9, 28);
    findings.clusters = 690;
    findings.valueTotal = 13.3e6;
    findings.currency = QStringLiteral("GBP");

    AttributeProfile team;
    team.name = QStringLiteral("account.x_finance_team");
    team.label = QStringLiteral("Finance team");
    team.cls = AttributeClass::Organisation;
    team.kind = AttributeKind::Numeric;
    team.missing = 47;
    team.test = QStringLiteral("rao-scott");
    team.statistic = 71.25;
    team.df = 7;
    team.p = 2.5e-12;
    team.q = 1e-11;
    team.effectName = QStringLiteral("cramers-v");
    team.effect = 0.31;
    team.levels = {level(QStringLiteral("1–3"), 12, 139),
                   level(QStringLiteral("4–7"), 54, 152),
                   level(QStringLiteral("8–15"), 86, 188),
                   level(QStringLiteral("16–25"), 37, 84),
                   level(QStringLiteral("26–60"), 21, 77),
                   level(QStringLiteral("61–150"), 3, 25, LevelStatus::Small),
                   level(QStringLiteral("Over 150"), 1, 8, LevelStatus::Untested),
                   level(QStringLiteral("Not known"), 16, 47, LevelStatus::Ok, true)};
    const double edges[] = {1, 4, 8, 16, 26, 61, 151, open};
    for (std::size_t i = 0; i + 1 < std::size(edges); ++i)
        team.levels[i].condition = range("account.x_finance_team", edges[i], edges[i + 1]);

    AttributeProfile industry = team;
    industry.name = QStringLiteral("account.industry");
    industry.label = QStringLiteral("Industry");
    industry.kind = AttributeKind::Nominal;
    industry.cls = AttributeClass::Firmographic;
    industry.p = 0.21;
    industry.q = 0.34;
    industry.effect = 0.08;
    industry.levels = {level(QStringLiteral("Logistics"), 80, 220),
                       level(QStringLiteral("Manufacturing and engineering"), 70, 240),
                       level(QStringLiteral("Insurance"), 1, 3, LevelStatus::Untested),
                       level(QStringLiteral("Retail"), 79, 257)};

    AttributeProfile leak = team;
    leak.name = QStringLiteral("deal.x_loss_reason");
    leak.label = QStringLiteral("Loss reason");
    leak.leak = QStringLiteral("It is only filled in when a deal is lost, so it knows the outcome.");
    leak.test.clear();
    leak.levels.clear();
    findings.attributes = {team, industry, leak};

    Segment segment;
    segment.conditions = {range("account.x_finance_team", 4, 26),
                          in("account.industry", {QStringLiteral("Logistics")})};
    segment.labels = {QStringLiteral("Finance team 4–25"), QStringLiteral("Industry: Logistics")};
    segment.rate = rate(94, 164);
    segment.lift = 1.8;
    segment.wracc = 0.057;
    segment.p = 1e-9;
    segment.q = 3e-8;
    segment.heldOut = rate(22, 38);
    segment.verdict = QStringLiteral("held");
    segment.foundAgain = 186;
    segment.optimism = 0.02;
    findings.segments = {segment};
    findings.redraws = 200;
    findings.optimism = 0.004;

    Exclusion exclusion;
    exclusion.condition = range("account.x_finance_team", 61, open);
    exclusion.attributeLabel = QStringLiteral("Finance team");
    exclusion.label = QStringLiteral("Finance team over 60");
    exclusion.rate = rate(3, 62);
    exclusion.heldOut = rate(2, 16);
    exclusion.whole = rate(5, 78);
    exclusion.verdict = QStringLiteral("held");
    exclusion.customers = 5;
    exclusion.revenueShare = 0.011;
    findings.exclusions = {exclusion};
    findings.warnings = {{QStringLiteral("few-attempts"),
                          QStringLiteral("Insurance 3 deals, Energy 2. Too few to decide."),
                          QStringLiteral("account.industry")}};
}

void addIcp(Icp& icp) {
    icp.id = QStringLiteral("icp");
    icp.name = QStringLiteral("Multi-entity finance teams");
    icp.sentence = QStringLiteral(
        "Groups of 2 to 20 companies with a finance team of 4 to 25, where closing the books takes 9 days or "
        "more.");
    icp.quote = QStringLiteral("We close late because our entities do not talk to each other.");
    icp.problem = QStringLiteral("Close in five working days");
    icp.valueProposition = QStringLiteral("Close five days sooner, without a new ERP");
    icp.market.companies = 21400;
    icp.marketInside = 3150;
    icp.version = 4;
    icp.agreed = QDate(2025, 10, 16);
    icp.review = QDate(2026, 1, 16);
    icp.criteria = {criterion("c1", Section::Behaviour, QStringLiteral("Month-end close takes 9+ days"),
                              Importance::Must, range("account.x_close_days", 9, open)),
                    criterion("c2", Section::Organisation, QStringLiteral("Finance team of 4 to 25"),
                              Importance::Must, range("account.x_finance_team", 4, 26)),
                    criterion("c3", Section::Organisation, QStringLiteral("2 to 20 legal entities"),
                              Importance::Must, range("account.x_entities", 2, 21)),
                    criterion("c4", Section::Technology, QStringLiteral("Runs a cloud ERP"),
                              Importance::Should, in("account.x_erp", {QStringLiteral("cloud")})),
                    criterion("c5", Section::Firmographic, QStringLiteral("UK, Ireland, Benelux, Germany"),
                              Importance::Should, in("account.industry", {QStringLiteral("UK")})),
                    criterion("c6", Section::Behaviour, QStringLiteral("Hiring in finance now"),
                              Importance::Nice, std::nullopt),
                    criterion("c7", Section::Exclusions, QStringLiteral("Public sector"), Importance::Exclude,
                              in("account.industry", {QStringLiteral("Public")})),
                    criterion("c8", Section::Exclusions, QStringLiteral("Finance team over 60"),
                              Importance::Exclude, range("account.x_finance_team", 61, open)),
                    criterion("c9", Section::Exclusions, QStringLiteral("Closes in under 5 days"),
                              Importance::Exclude, range("account.x_close_days", 0, 5)),
                    criterion("c10", Section::StretchLimits, QStringLiteral("Team of 2–3 or 26–40"),
                              Importance::Should, range("account.x_finance_team", 2, 41)),
                    criterion("c11", Section::StretchLimits, QStringLiteral("Close takes 7 or 8 days"),
                              Importance::Should, range("account.x_close_days", 7, 9))};
}

Persona persona(BuyingRole role, const QString& title, const QStringList& texts) {
    Persona made;
    made.id = QStringLiteral("p%1").arg(int(role));
    made.icps = {QStringLiteral("icp")};
    made.role = role;
    made.title = title;
    for (qsizetype i = 0; i < texts.size(); ++i) made[portraitFields[std::size_t(i)]].text = texts[i];
    return made;
}

std::vector<Persona> panel() {
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    std::vector<Persona> personas{
        persona(BuyingRole::Champion, s("Group financial controller"),
                {s("See every entity’s close in one place"), s("Close in five working days"),
                 s("Asks peers before vendors"), s("No late nights at month end"), s("Accuracy before speed"),
                 s("Next finance director"), s("“No time to switch mid-year”"),
                 s("Close five days sooner, without a new ERP")}),
        persona(BuyingRole::EconomicBuyer, s("Finance director"),
                {s("Numbers the board can trust"), s("Report to lenders on time"),
                 s("Reads the summary, skips the demo"), s("No surprises in the audit"),
                 s("Control and evidence"), s("Ready for the next acquisition"),
                 s("“Does it pay back in a year?”"), s("Board-ready numbers by day five")}),
        persona(
            BuyingRole::TechnicalCheck, s("Finance systems lead"),
            {s("A clean link to the ERP"), s("No extra tool to look after"), s("Reads the API pages first"),
             s("Fewer support tickets"), s("Security, clear documents"), s("Own the finance systems"),
             s("“One more system to secure”"), s("Connects to your ERP in two days")}),
        persona(BuyingRole::EndUser, s("Management accountant"),
                {s("Fewer spreadsheets to chase"), s("Own tasks done by day three"), s("Tries things alone"),
                 s("Time for real analysis"), s("Knowing who does what"), s("Qualify and move up"),
                 s("“Will it replace me?”"), s("Less chasing, more analysis")}),
        persona(BuyingRole::Adviser, s("External auditor"),
                {s("A complete audit trail"), s("Sign off on time"), s("Asked late, heard early"),
                 s("Fewer follow-up questions"), s("Independence"), s("Keep the client"),
                 s("“Not our decision”"), s("Every entry traced in two clicks")}),
        persona(BuyingRole::Blocker, s("IT security, purchasing"),
                {{}, {}, {}, {}, s("Low risk"), {}, s("“Where is data kept?”"), {}})};
    personas.back()[PersonaField::Values].anecdote = true;
    personas.back()[PersonaField::Objections].anecdote = true;
    return personas;
}

}  // namespace

DeckInput DeckCase::input() const {
    return {&workshop, &workshop.icps.front(), &dataset, &findings, &gauge, &fit, coverage, panel, hideNames};
}

DeckCase quillbridge() {
    DeckCase made;
    made.workshop.settings.company = QStringLiteral("Quillbridge");
    made.workshop.icps.emplace_back();
    addIcp(made.icp());
    made.workshop.personas = panel();
    addData(made.dataset);
    addFindings(made.findings);
    made.findings.units = std::make_shared<const Bitmap>(made.dataset.deals.rows(), true);

    Gauge& gauge = made.gauge;
    gauge.customers = {120, 308};
    gauge.revenue = {6.0e6, 13.3e6};
    gauge.market = {3150, 21400};
    gauge.inside = gaugeRate(94, 164);
    gauge.outside = gaugeRate(136, 556);
    gauge.leftInside = gaugeRate(8, 120);
    gauge.leftOutside = gaugeRate(34, 188);
    gauge.ideal = 120;
    gauge.stretch = 61;
    gauge.bad = 127;

    const std::size_t rows = made.dataset.accounts.rows();
    made.fit.fit = {Fit::Ideal, Fit::Ideal, Fit::Ideal, Fit::Ideal, Fit::Stretch, Fit::Bad};
    made.fit.score = {100, 90, 80, 80, 40, 0};
    made.fit.ideal = made.fit.stretch = made.fit.bad = Bitmap(rows);
    for (std::size_t row = 0; row < rows; ++row)
        (made.fit.fit[row] == Fit::Ideal     ? made.fit.ideal
         : made.fit.fit[row] == Fit::Stretch ? made.fit.stretch
                                             : made.fit.bad)
            .set(row);
    for (const qint64 known : {187, 151, 98, 134, 72, 25}) made.coverage.push_back({212, known});
    made.panel.known = true;
    made.panel.won = {230, 212, 4.2, 3, 4, 5, Interval{4, 5}};
    made.panel.lost = {490, 431, 2.6, 2, 3, 3, Interval{2, 3}};
    return made;
}

DeckCase beginning() {
    DeckCase made;
    made.workshop.settings.company = QStringLiteral("Quillbridge");
    made.workshop.icps.emplace_back();
    made.icp().id = QStringLiteral("icp");
    made.icp().hypothesis = true;
    for (int role = 0; role < buyingRoleCount; ++role)
        made.workshop.personas.push_back(persona(BuyingRole(role), {}, {}));
    made.coverage.resize(buyingRoleCount);
    made.findings.mode = Mode::Hypothesis;
    made.findings.warnings = {
        {QStringLiteral("no-closed-deals"), QStringLiteral("No deal is closed yet."), {}}};
    return made;
}

DeckCase crowded() {
    DeckCase made = quillbridge();
    const QString endless =
        QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung");
    made.workshop.settings.company =
        QStringLiteral("Rechtsschutzversicherungsgesellschaften Süddeutschland GmbH & Co. KG");
    Icp& icp = made.icp();
    icp.sentence =
        QStringLiteral(
            "Mittelständische Unternehmensgruppen mit zwei bis zwanzig Tochtergesellschaften, deren "
            "Finanzbuchhaltungsabteilungen vier bis fünfundzwanzig Beschäftigte haben, deren Monatsabschluss "
            "neun "
            "oder mehr Arbeitstage dauert und die gerade eine neue Konzernkonsolidierungssoftware suchen, ") +
        endless;
    icp.quote = QStringLiteral(
        "Wir schließen spät ab, weil unsere Gesellschaften nicht miteinander reden, und weil niemand weiß, "
        "wer "
        "für die Intercompany-Abstimmung verantwortlich ist, bis der Wirtschaftsprüfer im März danach "
        "fragt.");
    icp.problem =
        endless +
        QStringLiteral(" in fünf Arbeitstagen abschließen, ohne Überstunden am Monatsende und ohne Excel");
    icp.valueProposition =
        QStringLiteral("Fünf Tage früher fertig, ohne ein neues ERP-System einzuführen und ohne Beraterheer");
    icp.criteria.clear();
    for (int i = 0; i < 30; ++i) {
        const Importance importance = i < 8    ? Importance::Must
                                      : i < 14 ? Importance::Should
                                      : i < 20 ? Importance::Nice
                                               : Importance::Exclude;
        icp.criteria.push_back(criterion(
            "x", i >= 20 ? Section::Exclusions : Section::Firmographic,
            i % 4 == 0 ? endless
                       : QStringLiteral("Finanzbuchhaltung mit %1 bis %2 Beschäftigten").arg(i).arg(i + 10),
            importance, range("account.x_finance_team", i, i + 10)));
        icp.criteria.back().id = QStringLiteral("x%1").arg(i);
    }
    for (int i = 0; i < 6; ++i)
        icp.criteria.push_back(
            criterion("s", Section::StretchLimits,
                      QStringLiteral("Zwischen %1 und %2 Tochtergesellschaften").arg(i).arg(i + 3),
                      Importance::Should, range("account.x_entities", i, i + 3)));
    std::vector<Persona>& personas = made.workshop.personas;
    for (int i = 0; i < 6; ++i) {
        personas.push_back(personas[std::size_t(i)]);
        personas.back().id += QStringLiteral("b");
        personas.back().title = endless;
        for (Persona::Entry& entry : personas.back().fields)
            entry.text +=
                QStringLiteral(" Berichtspflichten gegenüber Kapitalgebern fristgerecht erfüllen ") + endless;
        made.coverage.push_back({212, 20 * i});
    }
    return made;
}

DeckCase japanese() {
    DeckCase made = quillbridge();
    made.workshop.settings.company = QStringLiteral("株式会社クイルブリッジ");
    made.icp().sentence = QStringLiteral(
        "子会社を二社から二十社持ち、経理部門が四人から二十五人で、月次決算に九日以上かかる企業グループ。");
    made.icp().quote = QStringLiteral("子会社同士の連携ができていないため、決算が遅れてしまいます。");
    made.icp().problem = QStringLiteral("五営業日以内に月次決算を終えたい");
    made.icp().criteria[0].text =
        QStringLiteral("月次決算に九日以上かかり、しかも子会社からの報告が毎月遅れている");
    return made;
}

double plainMeasure(const QString& text, double size, Weight weight) {
    double width = 0;
    for (const QChar c : text)
        width += c.unicode() >= 0x3000 ? 1.0 : weight == Weight::SemiBold ? 0.57 : 0.55;
    return width * size;
}

}  // namespace icp::test
