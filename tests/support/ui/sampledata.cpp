#include "tests/support/ui/sampledata.h"

#include <array>

namespace icp::test {

namespace {

struct Team {
    int low;
    int high;
    int won;
    int lost;
};

// The rows of sampleFindings(): sizes, won, lost. The last is unknown.
constexpr std::array teams{Team{1, 3, 12, 127},  Team{4, 7, 54, 98},   Team{8, 15, 86, 102},
                           Team{16, 25, 37, 47}, Team{26, 60, 21, 56}, Team{61, 150, 3, 22},
                           Team{151, 400, 1, 7}, Team{0, 0, 16, 31}};

constexpr std::array industries{"Logistics", "Business services", "Software",
                                "Wholesale", "Manufacturing",     "Healthcare"};
constexpr std::array ownerships{"Private", "Subsidiary", "Listed"};
constexpr std::array sources{"Outbound", "Referral", "Event"};

/// A small generator of its own, so that the data are the same everywhere.
class Dice {
public:
    std::uint32_t roll(std::uint32_t sides) {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return std::uint32_t(m_state >> 33U) % sides;
    }

private:
    std::uint64_t m_state = 20250930;
};

struct Builder {
    std::vector<Table::Field> fields;
    std::vector<Attribute> attributes;

    void add(Entity entity, const QString& name, const QString& label, AttributeClass cls, AttributeUse use,
             const Column& column) {
        fields.push_back({label, column});
        attributes.push_back({name, label, entity, cls, use, {}, {}, int(fields.size()) - 1});
    }
    EntityTable table() const {
        EntityTable out;
        auto made = std::make_shared<Table>();
        made->fields = fields;
        made->rows = fields.front().column.size();
        out.table = made;
        out.attributes = attributes;
        return out;
    }
};

struct Texts {
    std::vector<std::uint32_t> codes;
    Dictionary dictionary;
    void add(const std::string& text) { codes.push_back(dictionary.intern(text)); }
    Column column() { return Column::categories(codes, std::move(dictionary), Bitmap(codes.size())); }
};

}  // namespace

std::shared_ptr<const Dataset> sampleDataset(int scale) {
    Dice dice;
    std::vector<std::string> ids;
    std::vector<std::string> names;
    std::vector<double> sizes;
    std::vector<double> amounts;
    std::vector<double> dates;
    Bitmap sizeMissing;
    Texts industry, ownership, country, source, stage;
    auto data = std::make_shared<Dataset>();
    const double firstDay = double(QDate(1970, 1, 1).daysTo(QDate(2022, 1, 10)));
    const auto addCompany = [&](const Team& team, bool won) {
        const auto number = ids.size();
        ids.push_back("A" + std::to_string(10000 + number));
        names.push_back("Company " + std::to_string(number + 1));
        sizeMissing.push_back(team.high == 0);
        sizes.push_back(
            team.high == 0 ? 0 : team.low + double(dice.roll(std::uint32_t(team.high - team.low + 1))));
        const bool publicBody = dice.roll(1000) < (won ? 13U : 120U);
        industry.add(industries[dice.roll(std::uint32_t(industries.size()))]);
        ownership.add(publicBody ? "Public body" : ownerships[dice.roll(std::uint32_t(ownerships.size()))]);
        country.add(dice.roll(100) < 62 ? "United Kingdom" : "Germany");
        source.add(sources[dice.roll(std::uint32_t(sources.size()))]);
        stage.add(won ? "Closed won" : "Closed lost");
        amounts.push_back(8000 + 100.0 * dice.roll(900));
        dates.push_back(firstDay + dice.roll(1350));
        data->dealState.push_back(won ? DealState::Won : DealState::Lost);
        data->accountState.push_back(!won                 ? AccountState::Unknown
                                     : dice.roll(100) < 4 ? AccountState::Left
                                                          : AccountState::Customer);
        data->deals.links.account.push_back(std::uint32_t(number));
        data->accounts.links.account.push_back(std::uint32_t(number));
    };
    for (int round = 0; round < scale; ++round) {
        for (const Team& team : teams) {
            for (int i = 0; i < team.won; ++i) addCompany(team, true);
            for (int i = 0; i < team.lost; ++i) addCompany(team, false);
        }
    }

    const Bitmap none(ids.size());
    Builder accounts;
    using Class = AttributeClass;
    using Use = AttributeUse;
    const auto s = [](const char* text) { return QString::fromLatin1(text); };
    accounts.add(Entity::Account, s("account.id"), s("Account ID"), Class::Firmographic, Use::Key,
                 Column::texts(ids, none));
    accounts.add(Entity::Account, s("account.name"), s("Company"), Class::Firmographic, Use::Description,
                 Column::texts(names, none));
    accounts.add(Entity::Account, s("account.x_finance_team_size"), s("Finance team size"),
                 Class::Specialised, Use::Feature, Column::numbers(ColumnType::Number, sizes, sizeMissing));
    accounts.add(Entity::Account, s("account.industry"), s("Industry"), Class::Firmographic, Use::Feature,
                 industry.column());
    accounts.add(Entity::Account, s("account.ownership"), s("Ownership"), Class::Firmographic, Use::Feature,
                 ownership.column());
    accounts.add(Entity::Account, s("account.country"), s("Country"), Class::Geographic, Use::Feature,
                 country.column());
    Builder deals;
    deals.add(Entity::Deal, s("deal.account_id"), s("Account ID"), Class::Firmographic, Use::Key,
              Column::texts(ids, none));
    deals.add(Entity::Deal, s("deal.stage"), s("Stage"), Class::Behaviour, Use::Outcome, stage.column());
    deals.add(Entity::Deal, s("deal.amount"), s("Amount"), Class::Behaviour, Use::Outcome,
              Column::numbers(ColumnType::Money, amounts, none, s("GBP")));
    deals.add(Entity::Deal, s("deal.close_date"), s("Close date"), Class::Behaviour, Use::Outcome,
              Column::numbers(ColumnType::Date, dates, none));
    deals.add(Entity::Deal, s("deal.source"), s("Lead source"), Class::Behaviour, Use::Feature,
              source.column());

    const Links accountLinks = data->accounts.links;
    const Links dealLinks = data->deals.links;
    data->accounts = accounts.table();
    data->accounts.links = accountLinks;
    data->deals = deals.table();
    data->deals.links = dealLinks;
    data->deals.links.byId = qint64(ids.size());
    data->asOf = QDate(2025, 9, 30);
    data->fingerprint = s("00112233445566778899aabbccddeeff").left(16);
    SourceFile file;
    file.name = s("sample.csv");
    file.role = Entity::Deal;
    file.vendor = s("generic");
    file.rows = qint64(ids.size());
    data->files.push_back(file);
    return data;
}

}  // namespace icp::test
