#include "core/import/fixing.h"

#include "core/base/text.h"
#include "core/rows/reader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Fixing)
};

tl::unexpected<Error> unusable(const QString& sentence) { return fail(ErrorCode::InputUnusable, sentence); }

QStringList withoutEmptyEnd(QStringList cells) {
    while (!cells.isEmpty() && cells.last().isEmpty()) cells.removeLast();
    return cells;
}

QStringList texts(std::span<const Cell> cells) {
    QStringList result;
    for (const Cell& cell : cells) result << toQString(cell.text);
    return result;
}

using Places = std::array<qsizetype, 3>;

/// The columns "file", "row" and "reason"; -1 for one that is not there.
Places placesIn(const QStringList& header) {
    constexpr std::array names{u"file", u"row", u"reason"};
    Places places{-1, -1, -1};
    for (std::size_t i = 0; i < names.size(); ++i)
        for (qsizetype column = 0; column < header.size() && places[i] < 0; ++column)
            if (header[column].trimmed().compare(QStringView(names[i]), Qt::CaseInsensitive) == 0)
                places[i] = column;
    return places;
}

bool areComplete(const Places& places) { return std::find(places.begin(), places.end(), -1) == places.end(); }

/// A list of mended rows while it is read.
class FixedList {
public:
    FixedList(const Dataset& dataset, QString name)
        : m_dataset(dataset), m_name(std::move(name)), m_fixed{dataset.choices} {}

    /// False when it makes no sense to read on.
    bool add(const QStringList& cells) {
        if (!areComplete(m_places)) {
            m_places = placesIn(cells);
            return areComplete(m_places);
        }
        const QString file = cells.value(m_places[0]);
        bool number = false;
        const qint64 row = cells.value(m_places[1]).toLongLong(&number);
        const auto index = std::find_if(m_dataset.files.begin(), m_dataset.files.end(),
                                        [&](const SourceFile& one) { return one.name == file; }) -
                           m_dataset.files.begin();
        const auto aside =
            std::find_if(m_dataset.rejected.begin(), m_dataset.rejected.end(),
                         [&](const RejectedRow& one) { return one.file == int(index) && one.row == row; });
        const bool known = number && index < qsizetype(m_dataset.files.size());
        const QStringList* before = !known ? nullptr
                                    : aside != m_dataset.rejected.end()
                                        ? &aside->cells
                                        : fixedBefore(std::size_t(index), row);
        if (before == nullptr) {
            m_problem =
                Words::tr("%1 speaks of row “%2” of “%3”, which is none of the rows that were set aside.")
                    .arg(m_name, cells.value(m_places[1]), file);
            return false;
        }
        QStringList values = cells;
        Places places = m_places;
        std::sort(places.rbegin(), places.rend());
        for (const qsizetype place : places)
            if (place < values.size()) values.removeAt(place);
        values = withoutEmptyEnd(values);
        if (values == withoutEmptyEnd(*before))
            ++m_fixed.asBefore;
        else
            fix(std::size_t(index), row, values);
        return true;
    }

    Result<FixedImport> take() {
        if (!m_problem.isEmpty()) return unusable(m_problem);
        if (!areComplete(m_places))
            return unusable(Words::tr("%1 is no list of rows that were set aside: it has no columns “file”, "
                                      "“row” and “reason”.")
                                .arg(m_name));
        if (m_fixed.rows == 0)
            return unusable(
                Words::tr("Every row in %1 is still as it was set aside. Mend some, then save the list.")
                    .arg(m_name));
        return std::move(m_fixed);
    }

private:
    /// What stands for a row that was mended before; nullptr when it was not.
    const QStringList* fixedBefore(std::size_t file, qint64 row) const {
        const auto& fixed = m_dataset.choices.files[file].fixed;
        const auto found = fixed.find(row);
        return found == fixed.end() ? nullptr : &found->second;
    }

    void fix(std::size_t file, qint64 row, const QStringList& cells) {
        FileRequest& request = m_fixed.choices.files[file];
        request.fixed[row] = cells;
        request.fixedIn = m_dataset.files[file].digest;
        ++m_fixed.rows;
    }

    const Dataset& m_dataset;
    const QString m_name;
    Places m_places{-1, -1, -1};
    FixedImport m_fixed;
    QString m_problem;
};

}  // namespace

bool isRejectedList(const QStringList& header) { return areComplete(placesIn(header)); }

bool hasMendable(const Dataset& dataset) {
    const auto& files = dataset.choices.files;
    return !dataset.rejected.empty() || std::any_of(files.begin(), files.end(), [](const FileRequest& file) {
        return !file.fixed.empty();
    });
}

Result<FixedImport> withFixedRows(const Dataset& dataset, const QString& list, const Job& job) {
    if (dataset.choices.files.size() < dataset.files.size() || dataset.files.empty())
        return unusable(Words::tr(
            "Nobody knows any more which files these data came from. Import them anew, then mend rows."));
    if (!hasMendable(dataset))
        return unusable(Words::tr("%1 is a list of rows that were set aside, but nothing waits for it: these "
                                  "data have no row that is set aside.")
                            .arg(QFileInfo(list).fileName()));
    FixedList fixed(dataset, QFileInfo(list).fileName());
    const Result<ReadInfo> read = readRows(
        list, {}, [&](qint64, std::span<const Cell> cells) { return fixed.add(texts(cells)); }, job);
    if (!read) return fail(read.error());
    return fixed.take();
}

Result<void> showAsWritten(std::vector<RejectedRow>& rejected, const std::vector<FileRequest>& requests,
                           const Job& job) {
    for (std::size_t file = 0; file < requests.size(); ++file) {
        std::map<qint64, RejectedRow*> open;
        for (RejectedRow& row : rejected)
            if (row.file == int(file) && row.cells.isEmpty()) open.emplace(row.row, &row);
        if (open.empty()) continue;
        const FileRequest& request = requests[file];
        ReadOptions options{request.sheet, request.delimiter, request.encoding};
        options.fixed = request.fixed;
        const Result<ReadInfo> read = readRows(
            request.path, options,
            [&](qint64 row, std::span<const Cell> cells) {
                if (const auto found = open.find(row); found != open.end())
                    found->second->cells = texts(cells);
                return row < open.rbegin()->first;
            },
            job);
        if (!read) return fail(read.error());
    }
    return {};
}

}  // namespace icp
