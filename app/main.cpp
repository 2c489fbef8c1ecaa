#include <QApplication>
#include <QFile>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    return QFile::exists(QStringLiteral(":/icons/bolt.svg")) &&
                   QFile::exists(QStringLiteral(":/schema/001.sql"))
               ? 0
               : 1;
}
