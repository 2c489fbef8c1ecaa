#include "core/deck/agreementpages.h"

#include "core/deck/figures.h"
#include "core/deck/gridpages.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::AgreementPages)
};

QString versionText(int version) { return Words::tr("v%1").arg(version); }

QString participants(const IcpVersion& version) {
    const QString missing = missingText(version.departments);
    const QString took = participantsText(version);
    if (missing.isEmpty()) return took;
    const QString without = Words::tr("without %1").arg(missing);
    return took.isEmpty() ? without : took + QStringLiteral("; ") + without;
}

GridPart versionPart(const std::vector<Agreement>& all, const DeckInput& input) {
    Grid grid({{Words::tr("Version"), 150, Align::Left},
               {Words::tr("Agreed"), 220, Align::Left},
               {Words::tr("Took part"), 474, Align::Left},
               {Words::tr("Vote"), 300, Align::Left},
               {Words::tr("Dissent"), 380, Align::Left},
               {Words::tr("Next review"), 220, Align::Left}});
    for (const auto& [version, readers] : all) {
        const Icp& icp = version.icp;
        const bool held = icp.version == all.front().version.icp.version;
        grid.add({versionText(icp.version), slide::day(icp.agreed), participants(version), voteText(version),
                  version.dissent, icp.review.isValid() ? slide::day(icp.review) : QString()},
                 held && reviewIsDue(icp, input.today) ? slide::missingInk : slide::ink);
    }
    return {Words::tr("How it was agreed"), std::move(grid)};
}

GridPart readerPart(const std::vector<Acknowledgement>& readers) {
    Grid grid({{Words::tr("Name"), 644, Align::Left},
               {Words::tr("Department"), 500, Align::Left},
               {Words::tr("Version"), 250, Align::Left},
               {Words::tr("Read on"), 350, Align::Left}});
    for (const Acknowledgement& one : readers)
        grid.add({one.person, one.department, versionText(one.version),
                  one.day.isValid() ? slide::day(one.day) : QString()});
    return {Words::tr("Who has read it"), std::move(grid)};
}

Sheet::Cell text(const QString& words) { return words.isEmpty() ? Sheet::Cell() : Sheet::Cell(words); }

}  // namespace

std::vector<Agreement> agreementsOf(const Workshop& workshop, const Icp& icp) {
    const std::vector<const IcpVersion*> versions = versionsOf(workshop.versions, icp.id);
    const std::vector<Acknowledgement> readers = readersOf(workshop.acknowledgements, icp.id);
    std::vector<Agreement> result;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        result.push_back({**version, {}});
        std::copy_if(readers.begin(), readers.end(), std::back_inserter(result.back().readers),
                     [&](const Acknowledgement& one) { return one.version == (*version)->icp.version; });
    }
    return result;
}

std::vector<Draft> agreementPages(const DeckInput& input, const MeasureText& measure) {
    const std::vector<Agreement> all = agreementsOf(*input.workshop, *input.icp);
    if (all.empty()) return {};
    std::vector<GridPart> parts{versionPart(all, input)};
    const std::vector<Acknowledgement> readers = readersOf(input.workshop->acknowledgements, input.icp->id);
    if (!readers.empty()) parts.push_back(readerPart(readers));
    return gridPages(Words::tr("Agreement"), Words::tr("Who agreed, and who has read it"), std::move(parts),
                     input, measure);
}

Sheet agreementsSheet(const Workshop& workshop, const Icp& icp) {
    Sheet sheet;
    sheet.name = Words::tr("Agreements");
    sheet.header =
        QStringList{QStringLiteral("version"),     QStringLiteral("agreed"),    QStringLiteral("departments"),
                    QStringLiteral("people"),      QStringLiteral("missing"),   QStringLiteral("for"),
                    QStringLiteral("against"),     QStringLiteral("abstained"), QStringLiteral("dissent"),
                    QStringLiteral("next_review"), QStringLiteral("note")};
    const auto joined = [](const QStringList& texts) { return text(texts.join(QStringLiteral("; "))); };
    for (const Agreement& one : agreementsOf(workshop, icp)) {
        const IcpVersion& version = one.version;
        const auto votes = [&](int Tally::*which) {
            return version.vote ? Sheet::Cell(double((*version.vote).*which)) : Sheet::Cell();
        };
        sheet.rows.push_back({double(version.icp.version), text(version.icp.agreed.toString(Qt::ISODate)),
                              joined(version.departments), joined(version.people),
                              joined(missingAmong(version.departments)), votes(&Tally::inFavour),
                              votes(&Tally::against), votes(&Tally::abstained), text(version.dissent),
                              text(version.icp.review.toString(Qt::ISODate)), text(version.note)});
    }
    return sheet;
}

Sheet acknowledgementsSheet(const Workshop& workshop, const Icp& icp) {
    Sheet sheet;
    sheet.name = Words::tr("Acknowledgements");
    sheet.header = QStringList{QStringLiteral("version"), QStringLiteral("name"),
                               QStringLiteral("department"), QStringLiteral("read")};
    for (const Acknowledgement& one : readersOf(workshop.acknowledgements, icp.id))
        sheet.rows.push_back({double(one.version), text(one.person), text(one.department),
                              text(one.day.toString(Qt::ISODate))});
    return sheet;
}

void writeAgreements(JsonText& json, const std::vector<Agreement>& agreements) {
    json.key("agreements").array([&] {
        for (const Agreement& agreement : agreements)
            json.object([&] {
                const IcpVersion& version = agreement.version;
                json.member("version", version.icp.version);
                json.member("agreed", version.icp.agreed.toString(Qt::ISODate));
                json.member("nextReview", version.icp.review.toString(Qt::ISODate));
                json.member("departments", version.departments).member("people", version.people);
                json.member("missing", missingAmong(version.departments));
                json.key("vote");
                if (version.vote)
                    json.object([&] {
                        json.member("for", version.vote->inFavour).member("against", version.vote->against);
                        json.member("abstained", version.vote->abstained);
                    });
                else
                    json.null();
                json.member("dissent", version.dissent).member("note", version.note);
                json.key("acknowledgements").array([&] {
                    for (const Acknowledgement& one : agreement.readers)
                        json.object([&] {
                            json.member("name", one.person).member("department", one.department);
                            json.member("read", one.day.toString(Qt::ISODate));
                        });
                });
            });
    });
}

}  // namespace icp
