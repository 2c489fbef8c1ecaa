#include "ui/stations/import/firstlook.h"

#include "core/typing/tabletexts.h"

namespace icp::ui {

namespace {
constexpr std::size_t mostRows = 200;
constexpr qsizetype mostText = 200;
}  // namespace

FirstLook lookInto(const FileRequest& file, const Job& job) {
    FirstLook look;
    look.file = file;
    bool header = true;
    const RowSink sink = [&](qint64, std::span<const Cell> cells) {
        QStringList texts;
        for (const Cell& cell : cells)
            texts << QString::fromUtf8(cell.text.data(),
                                       qsizetype(std::min<std::size_t>(cell.text.size(), 4 * mostText)))
                         .left(mostText)
                         .simplified();
        if (std::exchange(header, false))
            look.headers = texts;
        else
            look.rows.push_back(std::move(texts));
        return look.rows.size() < mostRows && !job.cancelled();
    };
    ReadOptions options;
    options.sheet = file.sheet;
    options.delimiter = file.delimiter;
    options.encoding = file.encoding;
    Result<ReadInfo> read = readTexts(
        file.path, options, sink, [](const TextRemark&) {}, job);
    if (read) {
        look.info = std::move(*read);
    } else {
        look.error = read.error();
        // A database of several tables is no failure: one of them has to be chosen.
        if (const auto tables = tablesOf(file.path, job)) look.info.sheets = *tables;
    }
    return look;
}

Result<QStringList> tablesOf(const QString& path, const Job& job) {
    ReadOptions options;
    options.sheet = QStringLiteral("select 1");  // needs no table, and the database tells all of them
    const Result<ReadInfo> read = readRows(
        path, options, [](qint64, std::span<const Cell>) { return false; }, job);
    if (!read) return fail(read.error());
    return read->sheets;
}

FirstLooks::FirstLooks(QObject* parent) : QObject(parent) {}

QString FirstLooks::keyOf(const FileRequest& file) {
    return QStringList{file.path, file.sheet, file.delimiter, file.encoding}.join(QChar(0x1F));
}

void FirstLooks::take(const std::vector<FileRequest>& files) {
    std::vector<FileRequest> open;
    for (const FileRequest& file : files)
        if (!m_looks.contains(keyOf(file))) open.push_back(file);
    if (open.empty()) return;
    m_work.start([this, open](const Job& job, const Background::Deliver& deliver) {
        for (const FileRequest& file : open) {
            FirstLook look = lookInto(file, job);
            if (job.cancelled()) return;
            deliver([this, look = std::move(look)] {
                m_looks.insert(keyOf(look.file), look);
                Q_EMIT taken();
            });
        }
    });
}

const FirstLook* FirstLooks::of(const FileRequest& file) const {
    const auto look = m_looks.constFind(keyOf(file));
    return look == m_looks.constEnd() ? nullptr : &*look;
}

void FirstRows::setLook(const FirstLook& look) {
    beginResetModel();
    m_look = look;
    endResetModel();
}

int FirstRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_look.rows.size());
}

int FirstRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_look.headers.size());
}

QVariant FirstRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    return m_look.rows[std::size_t(index.row())].value(index.column());
}

QVariant FirstRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || role != Qt::DisplayRole) return {};
    return m_look.headers.value(section);
}

}  // namespace icp::ui
