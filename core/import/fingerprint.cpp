#include "core/import/fingerprint.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace icp {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Fingerprint)
};
}  // namespace

Result<QByteArray> digestOf(const QString& path, const std::function<bool()>& stopped) {
    QFile file(path);
    const auto unreadable = [&] {
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 cannot be read: %2.").arg(QFileInfo(path).fileName(), file.errorString()));
    };
    if (!file.open(QIODevice::ReadOnly)) return unreadable();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(1 << 20, Qt::Uninitialized);
    while (true) {
        if (stopped()) return fail(ErrorCode::Cancelled, Words::tr("The import was cancelled."));
        const qint64 size = file.read(block.data(), block.size());
        if (size < 0) return unreadable();
        if (size == 0) return hash.result();
        hash.addData(QByteArrayView(block.constData(), size));
    }
}

QByteArray digestOf(const Table& table) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::string& text) {
        const std::string counted = std::to_string(text.size()) + ' ' + text;
        hash.addData(QByteArrayView(counted.data(), qsizetype(counted.size())));
    };
    for (const Table::Field& field : table.fields) {
        add(field.header.toStdString());
        for (std::size_t row = 0; row < table.rows; ++row)
            field.column.isMissing(row) ? add({}) : add(' ' + field.column.display(row));
    }
    return hash.result();
}

QString fingerprintOf(const std::vector<QByteArray>& digests) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& digest : digests) hash.addData(digest);
    return QString::fromLatin1(hash.result().toHex().first(16));
}

}  // namespace icp
