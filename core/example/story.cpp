#include "core/example/example.h"

#include <QCoreApplication>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Example)
};

struct Cells {
    BuyingRole role;
    std::array<QString, portraitFields.size()> texts;  ///< in the order of portraitFields
};

std::vector<Cells> cells() {
    const auto tr = [](const char* text) { return Words::tr(text); };
    return {
        {BuyingRole::Champion,
         {tr("See the close of every entity in one place"), tr("Close in five working days"),
          tr("Keeps a checklist for every entity"), tr("No more late nights at month end"),
          tr("Accuracy before speed"), tr("Next finance director"),
          tr("“No time to switch in the middle of the year”"),
          tr("Close five days sooner, without a new ERP")}},
        {BuyingRole::EconomicBuyer,
         {tr("Numbers the board can trust"), tr("Report to lenders on time"), tr("Reads one page a week"),
          tr("No surprises in the audit"), tr("Control and evidence"), tr("Ready for the next acquisition"),
          tr("“Does it pay back within a year?”"), tr("Board-ready numbers by day five")}},
        {BuyingRole::TechnicalCheck,
         {tr("A clean link to the ERP"), tr("No extra tool to look after"),
          tr("Tests with a copy of real data"), tr("Fewer support tickets"),
          tr("Security and clear documents"), tr("Own the finance systems"),
          tr("“One more system to secure”"), tr("Connects to your ERP in two days")}},
        {BuyingRole::EndUser,
         {tr("Fewer spreadsheets to chase"), tr("Own tasks done by day three"),
          tr("Works from the task list"), tr("Time for real analysis"), tr("Knowing who does what"),
          tr("Qualify and move up"), tr("“Will it replace me?”"), tr("Less chasing, more analysis")}},
        {BuyingRole::Adviser,
         {tr("A complete audit trail"), tr("Sign off on time"), tr("Asks for samples"),
          tr("Fewer follow-up questions"), tr("Independence"), tr("Keep the client"),
          tr("“Not our decision”"), tr("Every entry traced in two clicks")}},
        {BuyingRole::Blocker,
         {QString(), QString(), QString(), QString(), tr("Low risk"), QString(),
          tr("“Where is the data kept?”"), QString()}},
    };
}

}  // namespace

Settings exampleSettings() {
    Settings settings;
    settings.title = Words::tr("ICP review, autumn 2025");
    settings.company = QStringLiteral("Quillbridge");
    settings.departments = {Words::tr("Product"), Words::tr("Sales"), Words::tr("Marketing"),
                            Words::tr("Customer success")};
    settings.presenterNotes = Words::tr(
        "Start with the win rate inside and outside. Then ask who would take something off the list, and "
        "why.");
    return settings;
}

void writeExample(Icp& icp, std::vector<Persona>& personas) {
    icp.name = Words::tr("Multi-entity finance teams");
    icp.quote = Words::tr("We close late because our entities do not talk to each other.");
    icp.problem = Words::tr("Close in five working days");
    icp.valueProposition = Words::tr("Close five days sooner, without a new ERP");
    icp.market =
        Market{21400, Words::tr("Company register, groups with 1 to 120 entities"), QDate(2025, 9, 1)};
    icp.marketInside = 3150;
    icp.review = QDate(2026, 1, 16);

    Criterion challenge;
    challenge.id = newId();
    challenge.section = Section::KeyChallenge;
    challenge.text = Words::tr("The month-end close is late in every entity");
    challenge.importance = Importance::Should;
    challenge.evidence.note = Words::tr("Proposed by Product");
    challenge.evidence.verdict = QStringLiteral("anecdote");
    challenge.author = Words::tr("Product");
    icp.criteria.insert(icp.criteria.begin(), challenge);

    for (const Cells& written : cells()) {
        for (Persona& persona : personas) {
            if (persona.role != written.role) continue;
            for (std::size_t i = 0; i < portraitFields.size(); ++i) {
                Persona::Entry& entry = persona[portraitFields[i]];
                entry.text = written.texts[i];
                entry.anecdote = !entry.text.isEmpty() && written.role == BuyingRole::Blocker;
            }
        }
    }
}

}  // namespace icp
