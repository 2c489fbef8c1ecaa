#include "core/rows/encodingguess.h"

#include <QStringEncoder>
#include <QTest>

using namespace icp;

/// Which code page short texts are taken for: words of one language in the code page that its exports have.
class TestCodePages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void words_data();
    void words();
    void fewLetters_data();
    void fewLetters();
};

namespace {

/// A table of mostly English words, with a word in every `every`-th row.
QByteArray tableOf(const QStringList& words, const char* encoding, int rows, int every) {
    QString text = QStringLiteral("id,name,town,amount\n");
    for (int i = 0; i < rows; ++i)
        text += i % every == 0
                    ? QStringLiteral("%1,%2,%3,%4\n")
                          .arg(i)
                          .arg(words[i / every % words.size()], words[i / every * 3 % words.size()])
                          .arg(i * 7 % 50)
                    : QStringLiteral("%1,Firma %1,Berlin,%2\n").arg(i).arg(i * 7 % 50);
    QStringEncoder encoder(encoding);
    return encoder.encode(text);
}

}  // namespace

void TestCodePages::words_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("encoding");
    const auto add = [](const char* language, const char* encoding, const char* words) {
        QTest::addRow("%s in %s", language, encoding)
            << QString::fromUtf8(words).split(u' ') << QByteArray(encoding);
    };
    add("French", "windows-1252",
        "Société Générale Hôtel Forêt Première Système où Évreux Même Août à Naïve");
    add("German", "windows-1252", "Müller Größe Straße Köln Zürich Österreich Jäger Böhm Weiß");
    add("Spanish", "windows-1252", "Compañía Año Señor Muñoz Málaga Peñarroya León Logroño");
    add("Portuguese", "windows-1252", "São Administração João Guimarães Ações Irmãos Magalhães");
    add("Italian", "windows-1252", "Società Città Qualità Più Però Perché Caffè Così");
    add("Danish", "windows-1252", "København Sønderborg Møller Jørgensen Kjær Næstved Åbenrå");
    add("English", "windows-1252", "Café O’Brien Zoë – résumé façade Smith’s");
    for (const char* encoding : {"windows-1250", "iso-8859-2"}) {
        add("Polish", encoding, "Łódź Kraków Gdańsk Świętokrzyskie Wałęsa Żółw Spółka Źródło");
        add("Czech", encoding, "Plzeň Třebíč Dřevo Děčín Průmysl Účetnictví Žďár Škoda");
        add("Hungarian", encoding, "Győr Szőlő Műszaki Könyvelő Erdő Építő Gyűjtő");
        add("Romanian", encoding, "Bucureşti Timişoara Braşov Iaşi Construcţii Fabrică Piaţa");
    }
    add("Turkish", "windows-1254", "Şişli Güneş Beşiktaş Çağdaş Yıldız Doğan Kadıköy");
    add("Russian", "windows-1251", "Москва Компания Петров Договор Сибирь Завод");
}

/// Read in the code page that was guessed, the text is the one that was written.
void TestCodePages::words() {
    QFETCH(QStringList, words);
    QFETCH(QByteArray, encoding);
    for (const int every : {1, 4}) {
        const QByteArray bytes = tableOf(words, encoding.constData(), 60, every);
        const QString guess = guessEncoding({bytes.constData(), std::size_t(bytes.size())});
        QStringDecoder meant(encoding.constData());
        QStringDecoder guessed(qPrintable(guess));
        QVERIFY2(QString(guessed.decode(bytes)) == QString(meant.decode(bytes)), qPrintable(guess));
    }
}

void TestCodePages::fewLetters_data() {
    QTest::addColumn<QString>("word");
    for (const char* word : {"Attività", "Itaú", "João", "Næstved", "Però", "Più", "Sûreté", "Île-de-France",
                             "Zoë", "Señor", "München", "Forêt", "O’Brien", "España", "Noël", "Ærø"})
        QTest::newRow(word) << QString::fromUtf8(word);
}

/// One word alone in Windows-1252 is no reason for any other code page.
void TestCodePages::fewLetters() {
    QFETCH(QString, word);
    const QByteArray bytes = tableOf({word}, "windows-1252", 12, 4);
    QCOMPARE(guessEncoding({bytes.constData(), std::size_t(bytes.size())}), QStringLiteral("windows-1252"));
}

QTEST_GUILESS_MAIN(TestCodePages)
#include "tst_codepages.moc"
