<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>kotobashi::desktop::AccountsDialog</name>
    <message>
        <source>opens and closes the center, manages accounts, and all that the others do</source>
        <translation>センターの設置・閉鎖、アカウントの管理、ほかの担当の仕事すべて</translation>
    </message>
    <message>
        <source>finds interpreters for requests, keeps the roster, handles inquiries</source>
        <translation>依頼に通訳者を割り当てる、名簿を管理する、相談に対応する</translation>
    </message>
    <message>
        <source>writes and publishes notices</source>
        <translation>お知らせを作り、発信する</translation>
    </message>
    <message>
        <source>records and answers inquiries, makes requests</source>
        <translation>相談を記録して回答する、通訳を依頼する</translation>
    </message>
    <message>
        <source>looks on</source>
        <translation>見るだけ（変更はできません）</translation>
    </message>
    <message>
        <source>Write it down and hand it over: it is not shown again.</source>
        <translation>書き留めて本人に渡してください。二度と表示されません。</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>パスワードは8文字以上にしてください。</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>アカウントの追加</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>アカウントを追加する</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>what is typed to sign in, for example: desk 1</source>
        <translation>サインインのときに入力します（例：相談1）</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>名前を入力してください。</translation>
    </message>
    <message>
        <source>Tick what this person may do.</source>
        <translation>担当を1つ以上選んでください。</translation>
    </message>
    <message>
        <source>What %1 may do</source>
        <translation>「%1」の担当</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>「%1」の新しいパスワード</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>パスワードを変更する</translation>
    </message>
    <message>
        <source>Wherever else this account is signed in, it is signed out.</source>
        <translation>このアカウントでほかにサインインしている画面は、すべてサインアウトされます。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Everybody who works at the center signs in with an account of their own. Volunteers need none: they have a personal link, from the roster.</source>
        <translation>センターで働く人は、それぞれ自分のアカウントでサインインします。ボランティアには要りません。名簿から個人用リンクを渡します。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>&amp;Add …</source>
        <translation>追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;May do …</source>
        <translation>担当を変更(&amp;M)…</translation>
    </message>
    <message>
        <source>New &amp;password …</source>
        <translation>新しいパスワード(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>can sign in</source>
        <translation>使えます</translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation>停止を解除(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Disable …</source>
        <translation>使用を停止(&amp;D)…</translation>
    </message>
    <message>
        <source>Disable an account</source>
        <translation>アカウントの停止</translation>
    </message>
    <message>
        <source>%1 is signed out at once and cannot sign in until the account is enabled again. Go on?</source>
        <translation>「%1」はすぐにサインアウトされ、停止を解除するまでサインインできません。続けますか。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::ChoiceField</name>
    <message>
        <source>choose …</source>
        <translation>選んでください…</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（なし）</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::CloseDialog</name>
    <message>
        <source>Close the center</source>
        <translation>センターを閉鎖する</translation>
    </message>
    <message>
        <source>Still open: inquiries %1, requests %2, requests under way %3.</source>
        <translation>まだ終わっていません: 相談 %1件、派遣の募集 %2件、進行中の派遣 %3件。</translation>
    </message>
    <message>
        <source>Nothing can be published or dispatched afterwards. The records stay, and the closing report comes from them.</source>
        <translation>閉鎖すると、発信も派遣もできなくなります。記録は残り、閉所報告のもとになります。</translation>
    </message>
    <message>
        <source>Type “%1” to close</source>
        <translation>閉鎖するには「%1」と入力</translation>
    </message>
    <message>
        <source>close</source>
        <translation>閉鎖</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::DispatchDialog</name>
    <message>
        <source>Open on-site dispatch</source>
        <translation>現地への派遣を再開する</translation>
    </message>
    <message>
        <source>Open dispatch</source>
        <translation>派遣を再開する</translation>
    </message>
    <message>
        <source>Volunteers can be sent out to these areas. Open it only when the way and the place are safe.</source>
        <translation>次の区域へボランティアを派遣できるようになります。道と場所の安全を確かめてから再開してください。</translation>
    </message>
    <message>
        <source>&amp;Areas (none: all)</source>
        <translation>区域（選ばなければ全域）(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>期限(&amp;U)</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Waiting for the server. “%1” takes it back.</source>
        <translation>サーバーの返事を待っています。「%1」を押すと取りやめます。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::ImportDialog</name>
    <message>
        <source>Import a roster</source>
        <translation>名簿の取り込み</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Import the good rows</source>
        <translation>正しい行を取り込む</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>%1 rows are good, %2 cannot be read, %3 are empty. Character set: %4. Nothing has been imported yet.</source>
        <translation>正しい行 %1、取り込めない行 %2、空の行 %3。文字コード：%4。まだ何も取り込んでいません。</translation>
    </message>
    <message>
        <source>%1 people were imported.</source>
        <translation>%1人を取り込みました。</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>取り込めません</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>確認してください</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::InquiriesPanel</name>
    <message>
        <source>&amp;Record an inquiry …</source>
        <translation>相談を記録(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Ask for an interpreter …</source>
        <translation>通訳を依頼(&amp;A)…</translation>
    </message>
    <message>
        <source>Also &amp;answered and closed ones</source>
        <translation>回答済み・終了も表示(&amp;A)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>相談内容</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>相談</translation>
    </message>
    <message>
        <source>for example: the city’s page, telephone call to the ward office</source>
        <translation>例：市のホームページ、区役所に電話</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>状態(&amp;S)</translation>
    </message>
    <message>
        <source>A&amp;nswer</source>
        <translation>回答(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Checked against</source>
        <translation>確認した情報源(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep the answer</source>
        <translation>回答を記録(&amp;K)</translation>
    </message>
    <message>
        <source>secret %1</source>
        <translation>秘 %1</translation>
    </message>
    <message>
        <source>No inquiry is chosen.</source>
        <translation>相談が選ばれていません。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Contact: %1</source>
        <translation>連絡先：%1</translation>
    </message>
    <message numerus="yes">
        <source>SECRET: seen by %n people only</source>
        <translation><numerusform>【秘密】%n人だけが見られます</numerusform></translation>
    </message>
    <message>
        <source>Answer of %1: %2 (checked against: %3)</source>
        <translation>回答（%1）：%2（確認：%3）</translation>
    </message>
    <message>
        <source>Change the s&amp;tate</source>
        <translation>状態を変更(&amp;T)</translation>
    </message>
    <message>
        <source>No. %1, %2</source>
        <translation>%1番・%2</translation>
    </message>
    <message>
        <source>No. %1 is not there any more, or you may not see it.</source>
        <translation>%1番は、なくなったか、見られなくなりました。</translation>
    </message>
    <message>
        <source>Somebody else has closed no. %1.</source>
        <translation>%1番は、ほかの人が終了にしました。</translation>
    </message>
    <message>
        <source>Somebody else has answered no. %1.</source>
        <translation>%1番には、ほかの人が回答しました。</translation>
    </message>
    <message>
        <source>What you typed is kept below and can be copied.</source>
        <translation>入力した文は下に残っています。コピーできます。</translation>
    </message>
    <message>
        <source>The answer to no. %1 is recorded.</source>
        <translation>%1番の回答を記録しました。</translation>
    </message>
    <message>
        <source>No. %1: %2</source>
        <translation>%1番：%2</translation>
    </message>
    <message>
        <source>Write the answer.</source>
        <translation>回答を入力してください。</translation>
    </message>
    <message>
        <source>Say what the answer was checked against.</source>
        <translation>「確認した情報源」を入力してください。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::InquiryEditor</name>
    <message>
        <source>Record an inquiry</source>
        <translation>相談を記録する</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>choose first …</source>
        <translation>最初に選んでください…</translation>
    </message>
    <message>
        <source>The desk, coordinators and the lead</source>
        <translation>相談担当・派遣調整・センター長</translation>
    </message>
    <message>
        <source>SECRET: only I and the people ticked below</source>
        <translation>【秘密】自分と、下で選んだ人だけ</translation>
    </message>
    <message>
        <source>Is this a case for 119 first?</source>
        <translation>先に119番が必要ですか</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>住民</translation>
    </message>
    <message>
        <source>tourist</source>
        <translation>旅行者</translation>
    </message>
    <message>
        <source>Who may &amp;see it</source>
        <translation>見られる人(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;119</source>
        <translation>119番(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;How it came</source>
        <translation>受付方法(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Ward</source>
        <translation>区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>分類(&amp;T)</translation>
    </message>
    <message>
        <source>Resident or tourist</source>
        <translation>住民・旅行者</translation>
    </message>
    <message>
        <source>What was &amp;asked</source>
        <translation>相談内容(&amp;A)</translation>
    </message>
    <message>
        <source>How to &amp;reach the person</source>
        <translation>連絡先(&amp;R)</translation>
    </message>
    <message>
        <source>Choose first who may see it.</source>
        <translation>先に「見られる人」を選んでください。</translation>
    </message>
    <message>
        <source>Ask first: is this a case for 119?</source>
        <translation>先に確かめてください：119番が必要ですか。</translation>
    </message>
    <message>
        <source>Who else may see it</source>
        <translation>ほかに見られる人</translation>
    </message>
    <message>
        <source>Choose the language first, or “not known”.</source>
        <translation>先に言語を選んでください。わからないときは「不明」を選んでください。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::LinkDialog</name>
    <message>
        <source>Personal link of %1</source>
        <translation>%1さんの個人用リンク</translation>
    </message>
    <message>
        <source>Let %1 photograph this with their own phone, now: it is not shown again. Whoever has it is signed in as this person until %2, or until it is revoked.</source>
        <translation>%1さん本人の電話で、いま読み取ってもらってください。二度と表示されません。このリンクを持つ人は、%2まで、または取り消すまで、この人として使えます。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::LogPanel</name>
    <message>
        <source>&amp;From</source>
        <translation>発信元(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>宛先(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Medium</source>
        <translation>手段(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>From</source>
        <translation>発信元</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>手段</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Done about it</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記録</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::MainWindow</name>
    <message>
        <source>Places to go</source>
        <translation>画面の一覧</translation>
    </message>
    <message>
        <source>Lock, so that somebody else can sign in (Ctrl+L)</source>
        <translation>ロックして、ほかの人がサインインできるようにします（Ctrl+L）</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; what you typed is kept.</source>
        <translation>接続の期限が切れました。もう一度サインインしてください。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>依頼・派遣</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>相談</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名簿</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>%1 — lock</source>
        <translation>%1（ロック）</translation>
    </message>
    <message>
        <source>Locked. Sign in to go on; somebody else can sign in too.</source>
        <translation>ロックしています。続けるにはサインインしてください。ほかの人もサインインできます。</translation>
    </message>
    <message numerus="yes">
        <source>The server has not answered to %n change(s) yet. They are lost if you end now. End all the same?</source>
        <translation><numerusform>サーバーに届いていない変更が%n件あります。いま終わると失われます。終わりますか。</numerusform></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>送信していません</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::MoneyField</name>
    <message>
        <source>yen</source>
        <translation>円</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::NewsDialog</name>
    <message>
        <source>News has come in</source>
        <translation>情報が入った</translation>
    </message>
    <message>
        <source>Read a &amp;telegram of the Japan Meteorological Agency (file) …</source>
        <translation>気象庁の電文（ファイル）を読み込む(&amp;T)…</translation>
    </message>
    <message>
        <source>or enter what you heard on the radio, on television or by telephone:</source>
        <translation>または、ラジオ・テレビ・電話で聞いたことを入力してください：</translation>
    </message>
    <message>
        <source>&amp;Hazard</source>
        <translation>災害の種類(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>発生時刻(&amp;W)</translation>
    </message>
    <message>
        <source>T&amp;sunami warning here</source>
        <translation>この地域の津波警報・注意報(&amp;S)</translation>
    </message>
    <message>
        <source>Intensity in %1</source>
        <translation>%1の震度</translation>
    </message>
    <message>
        <source>What does this &amp;mean for us?</source>
        <translation>このセンターへの影響を見る(&amp;M)</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>電文</translation>
    </message>
    <message>
        <source>Telegrams (*.xml);;All files (*)</source>
        <translation>電文 (*.xml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is larger than any telegram.</source>
        <translation>%1 は読めないか、電文としては大きすぎます。</translation>
    </message>
    <message>
        <source>What you entered</source>
        <translation>入力した内容</translation>
    </message>
    <message>
        <source>This is a DRILL’s telegram: it opens drills only.</source>
        <translation>【訓練】の電文です。訓練の設置だけができます。</translation>
    </message>
    <message>
        <source>This is a test telegram: nothing follows from it.</source>
        <translation>試験の電文です。何も起こりません。</translation>
    </message>
    <message>
        <source>This cancels what was reported before.</source>
        <translation>先の発表を取り消す電文です。</translation>
    </message>
    <message>
        <source>This is more than a day old. Do not act on it without asking.</source>
        <translation>1日以上前の情報です。確かめずに使わないでください。</translation>
    </message>
    <message>
        <source>Its time has not come yet: the telegram’s clock or this computer’s is wrong. Do not act on it without asking.</source>
        <translation>まだ来ていない時刻の情報です。電文かこのコンピューターの時計が違っています。確かめずに使わないでください。</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>時刻：%1</translation>
    </message>
    <message>
        <source>%1: intensity %2</source>
        <translation>%1：震度%2</translation>
    </message>
    <message>
        <source>The center should be opened.</source>
        <translation>センターを設置する基準に達しています。</translation>
    </message>
    <message>
        <source>Whether the trigger for opening the center is met is not known.</source>
        <translation>センターを設置する基準に達しているかどうかは、まだわかりません。</translation>
    </message>
    <message>
        <source>The trigger for opening the center is not met.</source>
        <translation>センターを設置する基準には達していません。</translation>
    </message>
    <message>
        <source>Open a drill …</source>
        <translation>訓練として設置…</translation>
    </message>
    <message>
        <source>Open the center …</source>
        <translation>センターを設置…</translation>
    </message>
    <message>
        <source>Earthquake of %1</source>
        <translation>地震（%1）</translation>
    </message>
    <message>
        <source>Prepare the notice “%1”</source>
        <translation>お知らせ「%1」を作る</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::NoticeEditor</name>
    <message>
        <source>New notice</source>
        <translation>新しいお知らせ</translation>
    </message>
    <message>
        <source>Find a topic</source>
        <translation>項目を探す</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Japanese text. The first line is the title. Other languages have to be translated by people.</source>
        <translation>日本語の文。1行目が題名になります。ほかの言語は人が翻訳します。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>情報源</translation>
    </message>
    <message>
        <source>for example: Kawasaki City</source>
        <translation>例：川崎市</translation>
    </message>
    <message>
        <source>&amp;Issuer</source>
        <translation>発表者(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Bulletin no.</source>
        <translation>報番号(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>時刻(&amp;T)</translation>
    </message>
    <message>
        <source>Go on to &amp;publish …</source>
        <translation>発信へ進む(&amp;P)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Choose a topic …</source>
        <translation>項目を選んでください…</translation>
    </message>
    <message>
        <source>Free text (no topic fits)</source>
        <translation>自由文（合う項目がないとき）</translation>
    </message>
    <message>
        <source>Correct notice no. %1</source>
        <translation>お知らせ %1番の訂正</translation>
    </message>
    <message>
        <source>&amp;Publish the correction …</source>
        <translation>訂正を発信(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose a topic.</source>
        <translation>項目を選んでください。</translation>
    </message>
    <message>
        <source>Text of the notice</source>
        <translation>お知らせの本文</translation>
    </message>
    <message>
        <source>&amp;Go on from what is published now</source>
        <translation>今の内容をもとに続ける(&amp;G)</translation>
    </message>
    <message>
        <source>This notice is not published any more (%1): it cannot be corrected. What you typed can be copied.</source>
        <translation>このお知らせはもう発信されていない（%1）ため、訂正できません。入力した文はコピーできます。</translation>
    </message>
    <message>
        <source>Somebody else has corrected this notice meanwhile: %1. What you typed stays; everything else is taken from what is published now.</source>
        <translation>その間に、ほかの人がこのお知らせを訂正しました：%1。続けると、あなたが入力したところはそのまま残り、ほかは今の内容になります。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::NoticesPanel</name>
    <message>
        <source>&amp;New notice …</source>
        <translation>新しいお知らせ(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Publish …</source>
        <translation>発信(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Correct …</source>
        <translation>訂正(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Withdraw …</source>
        <translation>取消し(&amp;W)…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Languages ready</source>
        <translation>用意できた言語</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>発信</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Text of the notice</source>
        <translation>お知らせの本文</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>No notices yet.</source>
        <translation>お知らせはまだありません。</translation>
    </message>
    <message>
        <source>Withdraw notice no. %1</source>
        <translation>お知らせ %1番の取消し</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Residents see at once that it was withdrawn. Sheets on walls have to be taken down.</source>
        <translation>取消しはすぐに住民の画面に出ます。貼り紙は、はがしに行く必要があります。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>was withdrawn</source>
        <translation>取消し済み</translation>
    </message>
    <message>
        <source>has expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>will go out</source>
        <translation>発信予定</translation>
    </message>
    <message>
        <source>is out</source>
        <translation>発信中</translation>
    </message>
    <message>
        <source>waits: %1</source>
        <translation>発信待ち（%1）</translation>
    </message>
    <message>
        <source>No notice is chosen.</source>
        <translation>お知らせが選ばれていません。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1・%2</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::NumberField</name>
    <message>
        <source>exactly</source>
        <translation>ちょうど</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::OpenDialog</name>
    <message>
        <source>Open the center</source>
        <translation>センターを設置する</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>選んでください…</translation>
    </message>
    <message>
        <source>REAL: this is not a drill</source>
        <translation>【本番】訓練ではありません</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>for example: Earthquake of 24 November 2026</source>
        <translation>例：2026年11月24日の地震</translation>
    </message>
    <message>
        <source>Yes: this is real and happens now, although the bulletin is old, ahead of the clock, cancelled or a drill’s</source>
        <translation>はい。電文は古い・時刻が先・取消し・訓練のものですが、いま実際に起きています</translation>
    </message>
    <message>
        <source>Yes: end the drill that is going on</source>
        <translation>はい。行っている訓練を終わります</translation>
    </message>
    <message>
        <source>&amp;For real or drill</source>
        <translation>本番・訓練(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Hazard</source>
        <translation>災害の種類(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>名称(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;When it happened</source>
        <translation>発生時刻(&amp;W)</translation>
    </message>
    <message>
        <source>Choose whether this is real or a drill.</source>
        <translation>本番か訓練かを選んでください。</translation>
    </message>
    <message>
        <source>Give it a title.</source>
        <translation>名称を入力してください。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::LanguagesDialog</name>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Drafted: nobody who speaks the language has confirmed it yet. Outdated: the Japanese was changed since.</source>
        <translation>未確認：その言語を話す人がまだ確認していません。要更新：元の日本語がその後変わりました。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>翻訳なし</translation>
    </message>
    <message>
        <source>drafted</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>outdated</source>
        <translation>要更新</translation>
    </message>
    <message>
        <source>Checked by volunteers</source>
        <translation>ボランティアの確認</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Checked by volunteers (%1)</source>
        <translation>ボランティアの確認（%1）</translation>
    </message>
    <message>
        <source>How far every language is</source>
        <translation>言語ごとの準備の状況</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Topics
ready</source>
        <translation>そろった
項目</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>文</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2件中%1件</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::OverviewPanel</name>
    <message>
        <source>&amp;Accounts …</source>
        <translation>アカウント(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Languages …</source>
        <translation>言語(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;News has come in …</source>
        <translation>情報が入った(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open the center …</source>
        <translation>センターを設置(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>報告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close the center …</source>
        <translation>センターを閉鎖(&amp;C)…</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>確認が必要なこと</translation>
    </message>
    <message>
        <source>The server’s computer</source>
        <translation>サーバーのパソコン</translation>
    </message>
    <message>
        <source>&amp;Real disaster: end the drill and open …</source>
        <translation>本当の災害：訓練を終えて設置(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Stop on-site dispatch</source>
        <translation>現地への派遣を停止(&amp;S)</translation>
    </message>
    <message>
        <source>Open on-site &amp;dispatch …</source>
        <translation>現地への派遣を再開(&amp;D)…</translation>
    </message>
    <message>
        <source>On-site dispatch is open.</source>
        <translation>現地への派遣：再開中</translation>
    </message>
    <message>
        <source>On-site dispatch is stopped: nobody is sent out until the lead opens it.</source>
        <translation>現地への派遣：停止中（センター長が再開するまで派遣しません）</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>notices out</source>
        <translation>発信中のお知らせ</translation>
    </message>
    <message>
        <source>inquiries open</source>
        <translation>対応中の相談</translation>
    </message>
    <message>
        <source>requests open</source>
        <translation>募集中の依頼</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>活動中</translation>
    </message>
    <message>
        <source>volunteers</source>
        <translation>ボランティア</translation>
    </message>
    <message>
        <source>of these out</source>
        <translation>うち派遣中</translation>
    </message>
    <message>
        <source>%1 — no. %2, since %3</source>
        <translation>%1：%2番（%3から）</translation>
    </message>
    <message>
        <source>Nothing at this moment.</source>
        <translation>いまはありません。</translation>
    </message>
    <message>
        <source>Battery: %1 %</source>
        <translation>電池：%1 %</translation>
    </message>
    <message>
        <source>On mains power</source>
        <translation>電源につながっています</translation>
    </message>
    <message>
        <source>On battery power</source>
        <translation>電池で動いています</translation>
    </message>
    <message>
        <source>Free disk space: %1 MB</source>
        <translation>空き容量：%1 MB</translation>
    </message>
    <message>
        <source>Last backup: %1</source>
        <translation>最後の控え：%1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>読み込めなかったもの：%1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>secret %1</source>
        <translation>秘 %1</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::PeriodField</name>
    <message>
        <source>from</source>
        <translation>から</translation>
    </message>
    <message>
        <source>to</source>
        <translation>まで</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::PreviewView</name>
    <message>
        <source>What the notice says in every language</source>
        <translation>各言語の文面</translation>
    </message>
    <message>
        <source>Fill in the fields: every language appears here.</source>
        <translation>左に入力すると、すべての言語の文面がここに出ます。</translation>
    </message>
    <message>
        <source>%1 of %2 languages are ready</source>
        <translation>%2言語のうち%1言語が発信できます</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>ready, %1</source>
        <translation>発信できます（%1）</translation>
    </message>
    <message>
        <source>not ready: %1</source>
        <translation>まだ発信できません（%1）</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::PublishDialog</name>
    <message>
        <source>Publish: %1</source>
        <translation>発信：%1</translation>
    </message>
    <message>
        <source>DRILL: every page says that this is a drill.</source>
        <translation>【訓練】すべての画面に「訓練」と出ます。</translation>
    </message>
    <message>
        <source>REAL: residents read this at once.</source>
        <translation>【本番】すぐに住民に届きます。</translation>
    </message>
    <message>
        <source>%1 of %2 languages go out:</source>
        <translation>%2言語のうち%1言語を発信します：</translation>
    </message>
    <message>
        <source>These wait, and say “being translated”:</source>
        <translation>次の言語は「翻訳中」と表示します：</translation>
    </message>
    <message>
        <source>Read back …</source>
        <translation>読み合わせへ…</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>発信する</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>下書きのまま残す</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>This did not happen</source>
        <translation>できませんでした</translation>
    </message>
    <message>
        <source>This may have happened</source>
        <translation>済んでいるかもしれません</translation>
    </message>
    <message>
        <source>It was on its way to the server already and may have been done. Look whether it is there before you do it again.</source>
        <translation>すでにサーバーへ送り始めていたため、済んでいるかもしれません。もう一度行う前に、画面で確かめてください。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::ReadBackDialog</name>
    <message>
        <source>Read back</source>
        <translation>読み合わせ</translation>
    </message>
    <message>
        <source>Read this aloud to a second person, and compare it with the source:</source>
        <translation>もう一人に声に出して読み、情報源と比べてください：</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>発信する</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>The &amp;area is right</source>
        <translation>区域は正しい(&amp;A)</translation>
    </message>
    <message>
        <source>What people are told to &amp;do is right</source>
        <translation>とるべき行動は正しい(&amp;D)</translation>
    </message>
    <message>
        <source>The &amp;time is right</source>
        <translation>時刻は正しい(&amp;T)</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>【訓練】</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>【本番】</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::RequestEditor</name>
    <message>
        <source>New request</source>
        <translation>新しい依頼</translation>
    </message>
    <message>
        <source>Ask for people</source>
        <translation>依頼する</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（なし）</translation>
    </message>
    <message>
        <source>does not matter</source>
        <translation>問わない</translation>
    </message>
    <message>
        <source>only the one who goes reads this</source>
        <translation>引き受けた人だけが読みます</translation>
    </message>
    <message>
        <source>Only I and those named in the inquiry may see this</source>
        <translation>自分と、相談で選んだ人だけが見られます</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>種類(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>方法(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>分野(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Ward</source>
        <translation>区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;In a few words</source>
        <translation>概要(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>場所(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Contact there</source>
        <translation>現地の連絡先(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳しい内容(&amp;D)</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>開始(&amp;R)</translation>
    </message>
    <message>
        <source>P&amp;eople</source>
        <translation>人数(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Gender of the interpreter</source>
        <translation>通訳者の性別(&amp;G)</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>秘密</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>終了(&amp;U)</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>選んでください…</translation>
    </message>
    <message>
        <source>Every matching volunteer reads this: write nothing about the person.</source>
        <translation>条件に合う全員が読みます。個人のことは書かないでください。</translation>
    </message>
    <message>
        <source>Choose the language first.</source>
        <translation>先に言語を選んでください。</translation>
    </message>
    <message>
        <source>Choose the ward first.</source>
        <translation>先に区を選んでください。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::RequestsPanel</name>
    <message>
        <source>&amp;New request …</source>
        <translation>新しい依頼(&amp;N)…</translation>
    </message>
    <message>
        <source>Also those that have &amp;ended</source>
        <translation>終了したものも表示(&amp;E)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>People</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>依頼・派遣</translation>
    </message>
    <message>
        <source>&amp;Approve the claim</source>
        <translation>引き受けを承認(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Started</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Finished</source>
        <translation>終了(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Give back</source>
        <translation>引き受けを取りやめ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Cancel the request …</source>
        <translation>依頼を取消し(&amp;C)…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>前回の電話</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候補者</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>承諾</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>辞退</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>Will call back</source>
        <translation>折返し</translation>
    </message>
    <message>
        <source>Offer it on the phone page</source>
        <translation>スマホで打診</translation>
    </message>
    <message>
        <source>secret %1</source>
        <translation>秘 %1</translation>
    </message>
    <message>
        <source>No request is chosen.</source>
        <translation>依頼が選ばれていません。</translation>
    </message>
    <message>
        <source>%1, %2, %3 people</source>
        <translation>%1、%2、%3人</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1から%2まで</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>場所：%1</translation>
    </message>
    <message>
        <source>Contact there: %1</source>
        <translation>現地の連絡先：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>合う</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <translation>依頼を取り消す</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>On the telephone:</source>
        <translation>電話の結果：</translation>
    </message>
    <message>
        <source>%1 on the telephone:</source>
        <translation>%1さんの電話の結果：</translation>
    </message>
    <message>
        <source>has this request: %1</source>
        <translation>この依頼の担当（%1）</translation>
    </message>
    <message>
        <source>No. %1 is not there any more, or you may not see it.</source>
        <translation>%1番は、なくなったか、見られなくなりました。</translation>
    </message>
    <message>
        <source>No. %1 was cancelled.</source>
        <translation>%1番は取り消されました。</translation>
    </message>
    <message>
        <source>No. %1 has ended.</source>
        <translation>%1番は終わりました。</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::RosterPanel</name>
    <message>
        <source>&amp;Import a file …</source>
        <translation>ファイルを取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Add …</source>
        <translation>追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit …</source>
        <translation>編集(&amp;E)…</translation>
    </message>
    <message>
        <source>Personal &amp;link …</source>
        <translation>個人用リンク(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Revoke links</source>
        <translation>リンクを取消し(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>書き出し(&amp;X)…</translation>
    </message>
    <message>
        <source>Find by name, number or language</source>
        <translation>氏名・番号・言語で探す</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Spoken languages</source>
        <translation>話す言語</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名簿</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>表 (*.csv *.txt *.tsv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 を読めません。</translation>
    </message>
    <message>
        <source>Export the roster</source>
        <translation>名簿の書き出し</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 に書き込めません。</translation>
    </message>
    <message>
        <source>Revoke links</source>
        <translation>リンクの取消し</translation>
    </message>
    <message>
        <source>All personal links and phones of %1 are signed out. Go on?</source>
        <translation>%1さんの個人用リンクと電話がすべて使えなくなります。続けますか。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::SignInPage</name>
    <message>
        <source>Disaster Multilingual Support Center</source>
        <translation>災害多言語支援センター</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>サーバー：%1</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>アカウント(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Type the name of your account and the password.</source>
        <translation>アカウント名とパスワードを入力してください。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::StateBar</name>
    <message>
        <source>CLOSED</source>
        <translation>閉鎖中</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>%1 — open since %2</source>
        <translation>%1（%2 設置）</translation>
    </message>
    <message>
        <source>Server away since %1. What you type is kept.</source>
        <translation>%1からサーバーにつながりません。入力した内容は残ります。</translation>
    </message>
    <message numerus="yes">
        <source>Sending: %n</source>
        <translation><numerusform>送信中：%n件</numerusform></translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::TextField</name>
    <message>
        <source>name in Japanese</source>
        <translation>日本語の名前</translation>
    </message>
    <message>
        <source>in Roman letters</source>
        <translation>ローマ字</translation>
    </message>
    <message>
        <source>telephone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>this center</source>
        <translation>このセンター</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::TimeField</name>
    <message>
        <source>There is such a time</source>
        <translation>時刻を入れる</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>Enter a time …</source>
        <translation>時刻を入力…</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::VolunteerEditor</name>
    <message>
        <source>Edit a volunteer</source>
        <translation>ボランティアの編集</translation>
    </message>
    <message>
        <source>Add a volunteer</source>
        <translation>ボランティアの追加</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>氏名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Kana</source>
        <translation>フリガナ(&amp;K)</translation>
    </message>
    <message>
        <source>N&amp;o.</source>
        <translation>番号(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>電話(&amp;T)</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>メール(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>地域(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>活動できる時間(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Spoken languages</source>
        <translation>話す言語(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Written languages</source>
        <translation>書く言語(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Does</source>
        <translation>活動(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Fields</source>
        <translation>分野(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gender</source>
        <translation>性別(&amp;G)</translation>
    </message>
    <message>
        <source>St&amp;ate</source>
        <translation>登録(&amp;A)</translation>
    </message>
    <message>
        <source>N&amp;ow</source>
        <translation>現在(&amp;O)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>This computer meets %1 for the first time. Compare this with the server’s screen:

%2

Is it the same?</source>
        <translation>このパソコンは %1 に初めてつながります。サーバーの画面の表示と比べてください：

%2

同じですか。</translation>
    </message>
</context>
<context>
    <name>TakenBack</name>
    <message>
        <source>opening the center</source>
        <translation>センターの設置</translation>
    </message>
    <message>
        <source>closing the center</source>
        <translation>センターの閉鎖</translation>
    </message>
    <message>
        <source>opening or stopping dispatch</source>
        <translation>現地派遣の開始・停止</translation>
    </message>
    <message>
        <source>news</source>
        <translation>災害情報の登録</translation>
    </message>
    <message>
        <source>the draft of a notice</source>
        <translation>お知らせの下書き</translation>
    </message>
    <message>
        <source>publishing a notice</source>
        <translation>お知らせの発信</translation>
    </message>
    <message>
        <source>correcting a notice</source>
        <translation>お知らせの訂正</translation>
    </message>
    <message>
        <source>withdrawing a notice</source>
        <translation>お知らせの取消し</translation>
    </message>
    <message>
        <source>a new inquiry</source>
        <translation>相談の記録</translation>
    </message>
    <message>
        <source>a change of an inquiry</source>
        <translation>相談の変更</translation>
    </message>
    <message>
        <source>the answer to an inquiry</source>
        <translation>相談への回答</translation>
    </message>
    <message>
        <source>a new request</source>
        <translation>依頼の作成</translation>
    </message>
    <message>
        <source>a step of a request</source>
        <translation>依頼・派遣の手続き</translation>
    </message>
    <message>
        <source>a new person in the roster</source>
        <translation>名簿への登録</translation>
    </message>
    <message>
        <source>a change of the roster</source>
        <translation>名簿の変更</translation>
    </message>
    <message>
        <source>the import of a roster</source>
        <translation>名簿の取込み</translation>
    </message>
    <message>
        <source>a personal link</source>
        <translation>個人リンクの発行</translation>
    </message>
    <message>
        <source>revoking personal links</source>
        <translation>個人リンクの取消し</translation>
    </message>
    <message>
        <source>a line of the log</source>
        <translation>記録の追加</translation>
    </message>
    <message>
        <source>a new account</source>
        <translation>アカウントの追加</translation>
    </message>
    <message>
        <source>a change of an account</source>
        <translation>アカウントの変更</translation>
    </message>
    <message>
        <source>a decision on a checked text</source>
        <translation>文の確認の判断</translation>
    </message>
    <message>
        <source>These were not sent, since the server was away when you left. Do them again if they are still right:</source>
        <translation>席を離れたときサーバーにつながっていなかったため、次の操作は送信していません。今も必要なら、もう一度行ってください：</translation>
    </message>
    <message>
        <source>These were on their way when you left and may have been done. Look before you do them again:</source>
        <translation>席を離れたとき送信の途中だったため、次の操作は済んでいるかもしれません。もう一度行う前に、画面で確かめてください：</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中国語</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>センター長</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>派遣調整</translation>
    </message>
    <message>
        <source>editor</source>
        <translation>情報・発信</translation>
    </message>
    <message>
        <source>inquiry desk</source>
        <translation>相談</translation>
    </message>
    <message>
        <source>volunteer</source>
        <translation>ボランティア</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>閲覧のみ</translation>
    </message>
    <message>
        <source>earthquake</source>
        <translation>地震</translation>
    </message>
    <message>
        <source>tsunami</source>
        <translation>津波</translation>
    </message>
    <message>
        <source>flood</source>
        <translation>洪水</translation>
    </message>
    <message>
        <source>landslide</source>
        <translation>土砂災害</translation>
    </message>
    <message>
        <source>storm surge</source>
        <translation>高潮</translation>
    </message>
    <message>
        <source>typhoon</source>
        <translation>台風</translation>
    </message>
    <message>
        <source>heavy snow</source>
        <translation>大雪</translation>
    </message>
    <message>
        <source>volcano</source>
        <translation>火山</translation>
    </message>
    <message>
        <source>large fire</source>
        <translation>大規模火災</translation>
    </message>
    <message>
        <source>industrial accident</source>
        <translation>工場などの事故</translation>
    </message>
    <message>
        <source>infectious disease</source>
        <translation>感染症</translation>
    </message>
    <message>
        <source>other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>5 Lower or more, value missing</source>
        <translation>5弱以上（未入電）</translation>
    </message>
    <message>
        <source>5 Lower</source>
        <translation>5弱</translation>
    </message>
    <message>
        <source>5 Upper</source>
        <translation>5強</translation>
    </message>
    <message>
        <source>6 Lower</source>
        <translation>6弱</translation>
    </message>
    <message>
        <source>6 Upper</source>
        <translation>6強</translation>
    </message>
    <message>
        <source>7</source>
        <translation>7</translation>
    </message>
    <message>
        <source>none is out</source>
        <translation>発表なし</translation>
    </message>
    <message>
        <source>tsunami advisory</source>
        <translation>津波注意報</translation>
    </message>
    <message>
        <source>tsunami warning</source>
        <translation>津波警報</translation>
    </message>
    <message>
        <source>major tsunami warning</source>
        <translation>大津波警報</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>published</source>
        <translation>発信済み</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>取消し</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>translation missing</source>
        <translation>翻訳なし</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>outdated</source>
        <translation>要更新</translation>
    </message>
    <message>
        <source>looking for people</source>
        <translation>募集中</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>調整中</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>活動中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取消し</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>取りやめ</translation>
    </message>
    <message>
        <source>interpreting</source>
        <translation>通訳</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>checking a translation</source>
        <translation>翻訳の確認</translation>
    </message>
    <message>
        <source>accompanying</source>
        <translation>付き添い</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>現地</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>by video</source>
        <translation>ビデオ</translation>
    </message>
    <message>
        <source>medical</source>
        <translation>医療</translation>
    </message>
    <message>
        <source>legal</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>childcare</source>
        <translation>子育て</translation>
    </message>
    <message>
        <source>school</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>work</source>
        <translation>仕事</translation>
    </message>
    <message>
        <source>housing</source>
        <translation>住まい</translation>
    </message>
    <message>
        <source>administration</source>
        <translation>行政手続き</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>承諾</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>辞退</translation>
    </message>
    <message>
        <source>will call back</source>
        <translation>折返し</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>man</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>on call</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>in the center</source>
        <translation>センター内</translation>
    </message>
    <message>
        <source>sent out</source>
        <translation>派遣中</translation>
    </message>
    <message>
        <source>resting</source>
        <translation>休憩</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>申込み</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>退会</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>being handled</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>waiting for others</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>回答済み</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>shelter patrol</source>
        <translation>避難所巡回</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>web</source>
        <translation>ウェブ</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>evacuation</source>
        <translation>避難</translation>
    </message>
    <message>
        <source>shelter</source>
        <translation>避難所</translation>
    </message>
    <message>
        <source>water and food</source>
        <translation>水・食料</translation>
    </message>
    <message>
        <source>lifelines</source>
        <translation>ライフライン</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>交通</translation>
    </message>
    <message>
        <source>medical care</source>
        <translation>医療</translation>
    </message>
    <message>
        <source>safety of relatives</source>
        <translation>安否</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>money</source>
        <translation>お金</translation>
    </message>
    <message>
        <source>residence status</source>
        <translation>在留資格</translation>
    </message>
    <message>
        <source>scams</source>
        <translation>詐欺</translation>
    </message>
    <message>
        <source>rumours</source>
        <translation>うわさ</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>no emergency</source>
        <translation>緊急ではない</translation>
    </message>
    <message>
        <source>119 was called first</source>
        <translation>先に119番をした</translation>
    </message>
    <message>
        <source>Disaster</source>
        <translation>災害</translation>
    </message>
    <message>
        <source>Shelter life</source>
        <translation>避難所生活</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Lifelines and daily life</source>
        <translation>ライフライン・生活</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>生活再建</translation>
    </message>
    <message>
        <source>The center</source>
        <translation>センター</translation>
    </message>
    <message>
        <source>Preparedness</source>
        <translation>日ごろの備え</translation>
    </message>
    <message>
        <source>Request looks for people</source>
        <translation>依頼：募集中</translation>
    </message>
    <message>
        <source>Claim waits for approval</source>
        <translation>引き受けが承認待ち</translation>
    </message>
    <message>
        <source>Somebody sent out is overdue</source>
        <translation>派遣中の人の終了予定が過ぎています</translation>
    </message>
    <message>
        <source>Inquiry waits</source>
        <translation>相談が待っています</translation>
    </message>
    <message>
        <source>Notice expires soon</source>
        <translation>お知らせの期限が近づいています</translation>
    </message>
    <message>
        <source>Languages are missing</source>
        <translation>用意できていない言語があります</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>を超える</translation>
    </message>
    <message>
        <source>about</source>
        <translation>約</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>未満</translation>
    </message>
    <message>
        <source>The name or the password is wrong, or the session has ended.</source>
        <translation>名前かパスワードが違うか、接続の期限が切れています。</translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation>このアカウントではできません。</translation>
    </message>
    <message>
        <source>There is no such record, or you may not see it.</source>
        <translation>記録がないか、見る権限がありません。</translation>
    </message>
    <message>
        <source>The center is closed.</source>
        <translation>センターは閉鎖中です。</translation>
    </message>
    <message>
        <source>On-site dispatch is stopped. The lead can open it.</source>
        <translation>現地への派遣は停止中です。センター長が再開できます。</translation>
    </message>
    <message>
        <source>Somebody has this place already.</source>
        <translation>すでにほかの人に決まっています。</translation>
    </message>
    <message>
        <source>another language</source>
        <translation>言語が違う</translation>
    </message>
    <message>
        <source>other kind of work</source>
        <translation>活動・分野が違う</translation>
    </message>
    <message>
        <source>has another assignment then</source>
        <translation>同じ時間にほかの活動がある</translation>
    </message>
    <message>
        <source>needs rest</source>
        <translation>休憩が必要</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>対応できない</translation>
    </message>
    <message>
        <source>another gender was asked for</source>
        <translation>希望の性別と違う</translation>
    </message>
    <message>
        <source>must not meet</source>
        <translation>会わせてはいけない</translation>
    </message>
    <message>
        <source>This cannot be done in its present state.</source>
        <translation>いまの状態ではできません。</translation>
    </message>
    <message>
        <source>No language is ready.</source>
        <translation>発信できる言語がありません。</translation>
    </message>
    <message>
        <source>Somebody has changed this in the meantime. Look at it again.</source>
        <translation>その間にほかの人が変更しました。もう一度確かめてください。</translation>
    </message>
    <message>
        <source>The file or text is too large.</source>
        <translation>ファイルか文が大きすぎます。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>ファイルを読めません。</translation>
    </message>
    <message>
        <source>This kind of file is not known.</source>
        <translation>この種類のファイルは読めません。</translation>
    </message>
    <message>
        <source>Too many wrong attempts. Wait some minutes.</source>
        <translation>間違いが続きました。数分待ってください。</translation>
    </message>
    <message>
        <source>The server is very busy. Try again.</source>
        <translation>サーバーが混み合っています。もう一度試してください。</translation>
    </message>
    <message>
        <source>The server’s disk is full: nothing was changed.</source>
        <translation>サーバーの空き容量がありません。何も変更していません。</translation>
    </message>
    <message>
        <source>Some fields are not right.</source>
        <translation>正しくない項目があります。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>入力してください</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>知られていない値です</translation>
    </message>
    <message>
        <source>has the wrong form</source>
        <translation>形式が違います</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>長すぎます</translation>
    </message>
    <message>
        <source>is outside of what is possible</source>
        <translation>値が範囲外です</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>すでにあります</translation>
    </message>
    <message>
        <source>The bulletin is more than a day old.</source>
        <translation>1日以上前の情報です。</translation>
    </message>
    <message>
        <source>The bulletin’s time has not come yet: a clock is wrong.</source>
        <translation>まだ来ていない時刻の電文です。どちらかの時計が違っています。</translation>
    </message>
    <message>
        <source>The bulletin is a drill’s.</source>
        <translation>訓練の電文です。</translation>
    </message>
    <message>
        <source>A drill is going on.</source>
        <translation>訓練中です。</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>自由文</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>サーバーにつながりません：%1</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>not on call</source>
        <translation>待機していない</translation>
    </message>
    <message>
        <source>Your account may not see this.</source>
        <translation>このアカウントでは見られません。</translation>
    </message>
    <message>
        <source>This is done already, and cannot be done again. Look at what is there.</source>
        <translation>すでに行われているため、もう一度はできません。いまの状態を確かめてください。</translation>
    </message>
    <message>
        <source>This cannot be done without looking at the present state first.</source>
        <translation>先に、いまの状態を確かめてください。</translation>
    </message>
    <message>
        <source>Something else was sent under the same mark before. Send it again.</source>
        <translation>同じ番号で別の内容が先に送られています。もう一度送ってください。</translation>
    </message>
    <message>
        <source>The server does not know how to do this.</source>
        <translation>サーバーがこの操作に対応していません。</translation>
    </message>
    <message>
        <source>The bulletin was cancelled.</source>
        <translation>取り消された情報です。</translation>
    </message>
    <message>
        <source>is not ready</source>
        <translation>まだ用意できていません</translation>
    </message>
    <message>
        <source>is not in a state that allows this</source>
        <translation>いまの状態では変更できません</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>数が多すぎます</translation>
    </message>
    <message>
        <source>is not translated</source>
        <translation>翻訳されていません</translation>
    </message>
    <message>
        <source>What you typed is not kept anywhere. Close all the same?</source>
        <translation>入力した内容は保存されません。閉じますか。</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>入力に戻る</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>選んでください…</translation>
    </message>
    <message>
        <source>there is no translation yet</source>
        <translation>翻訳がまだありません</translation>
    </message>
    <message>
        <source>somebody who speaks it has to confirm it</source>
        <translation>話せる人の確認を待っています</translation>
    </message>
    <message>
        <source>this language was not chosen</source>
        <translation>発信する言語に選ばれませんでした</translation>
    </message>
    <message>
        <source>the Japanese was changed since</source>
        <translation>日本語が変わったため、翻訳の見直しを待っています</translation>
    </message>
    <message>
        <source>Taken back before the server answered.</source>
        <translation>サーバーの返事が来る前に取りやめました。</translation>
    </message>
    <message>
        <source>The server has a fault and could not do this. Its log says more.</source>
        <translation>サーバーに不具合があり、処理できませんでした。詳しくはサーバーのログを確認してください。</translation>
    </message>
    <message>
        <source>This computer’s date does not fit the server’s certificate. Set the clock right and try again.</source>
        <translation>このパソコンの日付とサーバーの証明書が合いません。時計を合わせて、もう一度試してください。</translation>
    </message>
</context>
<context>
    <name>kotobashi::desktop::WordingReviews</name>
    <message>
        <source>What is accepted stands in notices that are made from then on. All of it is kept as the text’s history.</source>
        <translation>採用した文は、その後に作るお知らせから使われます。すべて、文の履歴として残ります。</translation>
    </message>
    <message>
        <source>Texts that volunteers checked</source>
        <translation>ボランティアが確認した文</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>Text now</source>
        <translation>今の訳文</translation>
    </message>
    <message>
        <source>Volunteer says</source>
        <translation>ボランティアの意見</translation>
    </message>
    <message>
        <source>By</source>
        <translation>確認した人</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>&amp;Select all that are right</source>
        <translation>「正しい」をすべて選ぶ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>採用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>不採用(&amp;D)</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>What could not be accepted is about a text that is another by now: decline it.</source>
        <translation>採用できなかったものは、元の訳文がその後変わっています。不採用にしてください。</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>判断を待っているものはありません。</translation>
    </message>
</context>
</TS>
