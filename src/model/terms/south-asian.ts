/** How sites word terms of reuse in Thai, Vietnamese, Indonesian and Hindi. */

export const THAI = `
joined
strong คัดลอก|ทำซ้ำ|เผยแพร่ซ้ำ|เผยแพร่ต่อ|ลอกเลียน|ดัดแปลง|อ้างอิง|นำไปเผยแพร่|ทําซ้ำ|ทําซ้ํา|ก๊อปปี้|ตีพิมพ์ซ้ำ|นำไปใช้
weak ใช้|เผยแพร่|แชร์|นำ|ตีพิมพ์|แจกจ่าย|แบ่งปัน
material บทความ|เนื้อหา|ข้อความ|ภาพ|รูป|ข่าว|ข้อมูล|งาน|วิดีโอ|คอนเทนต์
hyperlink ไฮเปอร์ลิงก์|ลิงก์ย้อนกลับ|ไฮเปอร์ลิงค์
link ลิงก์|ลิงค์|ลิ้งค์|ลิ้งก์|link
active ที่ใช้งานได้|โดยตรง|ที่คลิกได้
permission อนุญาต|ความยินยอม|ยินยอม|อนุมัติ|เห็นชอบ
credit อ้างอิงแหล่งที่มา|ระบุ(?:แหล่ง)?ที่มา|ให้เครดิต|เครดิต|อ้างถึงแหล่ง|แสดงที่มา|ระบุแหล่ง|ใส่เครดิต|อ้างอิงที่มา
without โดยไม่ได้รับ|โดยไม่|โดยปราศจาก|โดยมิได้
only เท่านั้น|เฉพาะ|หาก|ถ้า|ต่อเมื่อ|ก่อน|โดยต้อง|โดยมีเงื่อนไข|กรณี
with พร้อม|โดย
unless เว้นแต่|ยกเว้น|นอกจาก|โดยไม่
forbidden ห้าม|ไม่อนุญาต|สงวนสิทธิ์?(?:ใน)?การ|ผิดกฎหมาย|ไม่สามารถ|ละเมิด
allowed สามารถ|ได้|อนุญาตให้|ฟรี|เสรี|ยินดี
obliged ต้อง|กรุณา|โปรด|จำเป็น|ควร
either และ/หรือ|หรือ
page ต้นฉบับ|ที่มา|บทความ|หน้า|ต้นทาง|แหล่งที่มา
home หน้าแรก|หน้าหลัก|เว็บไซต์|เว็บ|บล็อก
paragraph ย่อหน้า
ordinals แรก|ที่หนึ่ง|ที่ 1 ; ที่สอง|ที่ 2 ; ที่สาม|ที่ 3 ; ที่สี่ ; ที่ห้า
cardinals สอง ; สาม ; สี่ ; ห้า
indexable เครื่องมือค้นหา|เสิร์ชเอนจิน
print สิ่งพิมพ์|หนังสือพิมพ์|นิตยสาร
online ออนไลน์|อินเทอร์เน็ต|อินเตอร์เน็ต|เว็บไซต์
noncommercial ไม่ใช่เชิงพาณิชย์|มิใช่เพื่อการค้า|ไม่แสวงหากำไร|ส่วนตัว|ไม่ใช่เพื่อการค้า
commercial เชิงพาณิชย์|การค้า|พาณิชย์
percent เปอร์เซ็นต์
fractions ครึ่ง ; หนึ่งในสาม ; หนึ่งในสี่
veto คุกกี้|ความเป็นส่วนตัว|ข้อมูลส่วนบุคคล|ความคิดเห็น|คลิก(?!ได้)|คัดลอกลิงก์|คัดลอกลิงค์|จดหมายข่าว|ซอฟต์แวร์|รหัสผ่าน|สมัคร|ดาวน์โหลด
news ศาล|ตำรวจ|กล่าว|แถลง|รัฐมนตรี|รัฐบาล|สภา|เปิดเผยว่า
self เว็บไซต์|ลิขสิทธิ์|©|เรา|สงวน|นี้|กองบรรณาธิการ|บทความ|ห้าม
unneeded ไม่ต้องขออนุญาต
`;

export const VIETNAMESE = `
strong sao chép|trích dẫn|đăng lại|phát hành lại|tái bản|sao lưu|trích đăng|copy#|in lại|dẫn lại|tái sử dụng|sao chụp|đăng tải lại
weak sử dụng|phát hành|đăng tải|xuất bản|chia sẻ|phân phối|khai thác|đăng
material nội dung|bài viết|thông tin|hình ảnh|tin tức|tài liệu|bài báo|ảnh|văn bản|video|tin bài|bài
hyperlink siêu liên kết|hyperlink|backlink
link liên kết|đường dẫn|link_|đường link|url
active trực tiếp|hoạt động|có thể nhấp|dofollow
permission cho phép|đồng ý|chấp thuận|xin phép|sự đồng|giấy phép|văn bản của|chấp nhận của|thỏa thuận
credit (?:ghi|dẫn|nêu|trích) ~(?:nguồn|tác giả)|ghi nguồn|dẫn nguồn|nguồn_ ~(?:phải|rõ)
without không (?:có|được) ~(?:sự )?(?:cho phép|đồng ý|chấp thuận|phép)|khi chưa|nếu không|mà không|chưa được|chưa có|nếu chưa
only chỉ|khi#|nếu|với điều kiện|phải|miễn là|yêu cầu
with kèm|cùng|sau khi
unless trừ|ngoại trừ|nếu không
forbidden cấm|nghiêm cấm|không được (?:phép |)~(?:sao chép|phát hành|sử dụng|đăng|tái|copy)?|vi phạm|không cho phép
allowed được phép|có thể|tự do|miễn phí|hoan nghênh|vui lòng
obliged phải|bắt buộc|vui lòng|xin vui lòng|yêu cầu|cần|đề nghị|ghi rõ|hãy
either và/hoặc|hoặc
unneeded không cần ~(?:xin phép|cho phép)
page nguồn|bài gốc|bài viết|trang gốc|bản gốc|bài
home trang chủ|website|trang web|cổng|blog|báo
paragraph đoạn
ordinals đầu tiên|thứ nhất|đầu ; thứ hai|thứ 2 ; thứ ba|thứ 3 ; thứ tư ; thứ năm
cardinals hai ; ba ; bốn ; năm
indexable công cụ tìm kiếm|máy tìm kiếm
print báo in|báo giấy|ấn phẩm in|tạp chí
online trực tuyến|internet|mạng|điện tử|website
noncommercial phi thương mại|cá nhân|phi lợi nhuận
commercial thương mại|kinh doanh
percent phần trăm
fractions một nửa ; một phần ba ; một phần tư
veto cookie|quyền riêng tư|dữ liệu cá nhân|thông tin cá nhân|bình luận|nhấp vào|bấm vào|click|sao chép liên kết|sao chép link|phần mềm|mật khẩu|đăng nhập|đăng ký|tải về|quảng cáo
news tòa án|cảnh sát|công an|cho biết|tuyên bố|bộ trưởng|chính phủ|quốc hội|theo ông
self bản quyền|©|chúng tôi|website|trang|này|báo|tòa soạn|ban biên tập|nội dung
`;

export const INDONESIAN = String.raw`
strong (?:meng|di|peng)?(?:kutip|gandakan|gandaan|copy|salin|kopi)_|menyalin|disalin|penyalinan|mengutip|memperbanyak|diperbanyak|perbanyakan|reproduksi|mereproduksi|menerbitkan ulang|diterbitkan ulang|penerbitan ulang|publikasi ulang|mempublikasikan ulang|copas|mengcopy|menjiplak|memuat ulang|dimuat ulang|penggandaan
weak (?:meng|di|peng)?(?:gunakan|gunaan)#|menggunakan|digunakan|penggunaan|menyebarkan|disebarkan|penyebaran|mendistribusikan|distribusi|membagikan|memuat|publikasi|mempublikasikan|menyiarkan|mengambil|memakai
material konten_|artikel_|isi#|berita_|tulisan_|foto_|gambar_|materi_|informasi|teks|video|karya|halaman
hyperlink hyperlink|backlink|tautan balik|hipertaut_
link tautan_|link_|pranala_|url
active aktif|langsung|hidup|dapat diklik|dofollow
permission izin_|ijin_|persetujuan_|seizin|seijin|lisensi dari
unpermitted tanpa izin|tanpa ijin|tanpa seizin
credit (?:menyebut|mencantum|cantum|sebut|menulis|mencantumkan|menyebutkan)_ ~(?:sumber|penulis|nama)_|sumber_ ~(?:dicantum|disebut|wajib|harus)_|mencantumkan sumber|atribusi|menyertakan sumber
without tanpa
only hanya|asalkan|asal#|dengan syarat|jika|apabila|selama|harus|wajib|kecuali|bila
with dengan|setelah|serta
unless kecuali|selain|tanpa
forbidden dilarang|larangan|tidak (?:diperkenankan|diperbolehkan|boleh|diizinkan|dibenarkan)|jangan|melanggar
allowed boleh#|diperbolehkan|diizinkan|dapat|bebas|gratis|silakan|dipersilakan|diperkenankan
obliged wajib|harus|mohon|silakan|harap|perlu|diwajibkan|cukup
either dan/atau|dan / atau|atau
unneeded tidak perlu ~i[zj]in
page sumber_|asli_|artikel|halaman|aslinya|berita
home beranda|halaman utama|situs_|website|web#|portal|blog
paragraph paragraf|alinea
ordinals pertama ; kedua ; ketiga ; keempat ; kelima
cardinals dua ; tiga ; empat ; lima
indexable mesin pencari|mesin telusur
print cetak_|koran|majalah
online daring|online|internet|digital|situs
noncommercial non-?\s?komersial|nonkomersial|pribadi|nirlaba
commercial komersial|komersil
percent persen
fractions setengah|separuh ; sepertiga ; seperempat
veto cookie|kuki|privasi|data pribadi|komentar|klik(?!able)|salin (?:tautan|link)|tautan ~disalin|perangkat lunak|kata sandi|berlangganan|unduh|daftar|masuk|iklan
news pengadilan|polisi|kata#|menurut|mengatakan|menteri|pemerintah|dpr#|presiden|ruu|peneliti
self kami|situs|hak cipta|©|copyright|redaksi|ini#|seluruh|website|dilarang
`;

export const HINDI = String.raw`
joined
post
strong पुनर्प्रकाश|पुनः प्रकाश|पुन: प्रकाश|कॉपी|नकल|प्रतिलिपि|पुनरुत्पाद|उद्धृत|उद्धरण|पुनर्मुद्र|पुनर्वितर|पुनः उपयोग|दोबारा प्रकाश
weak उपयोग|इस्तेमाल|प्रकाश|साझा|वितरण|प्रसार
material सामग्री|लेख|खबर|ख़बर|समाचार|तस्वीर|फोटो|फ़ोटो|पाठ|जानकारी|चित्र|वीडियो|कंटेंट
hyperlink हाइपरलिंक|बैकलिंक
link लिंक|कड़ी
active सक्रिय|सीधा|सीधे|क्लिक करने योग्य|एक्टिव
permission अनुमति|इजाज़त|इजाजत|सहमति|स्वीकृति|मंजूरी
credit (?:स्रोत|लेखक|श्रेय|क्रेडिट|साभार)[^।]{0,20}(?:उल्लेख|देना|देने|देकर|हवाला|बताना|दें|देते|दे )|साभार|श्रेय|क्रेडिट
without बिना|बगैर|के बिना
only केवल|सिर्फ|सिर्फ़|शर्त|यदि|अगर|तभी|बशर्ते|ही 
with के साथ|बाद
unless सिवाय|अलावा|बिना
forbidden वर्जित|निषिद्ध|निषेध|मना है|प्रतिबंधित|नहीं (?:किया|की|है|कर)|गैरकानूनी|अवैध|मनाही
allowed सकते|सकता|सकती|अनुमति है|स्वतंत्र|मुफ्त|मुफ़्त|निःशुल्क|स्वागत
obliged अनिवार्य|आवश्यक|ज़रूरी|जरूरी|कृपया|चाहिए|होगा|होगी|पर्याप्त
either और/या|या 
unneeded अनुमति (?:की )?(?:आवश्यकता|ज़रूरत|जरूरत) नहीं
page मूल|स्रोत|लेख|पृष्ठ|पेज
home होमपेज|होम पेज|मुखपृष्ठ|वेबसाइट|साइट|पोर्टल|ब्लॉग
paragraph पैराग्राफ|अनुच्छेद|पैरा
ordinals पहले|प्रथम ; दूसरे|द्वितीय ; तीसरे|तृतीय ; चौथे ; पांचवें
cardinals दो  ; तीन ; चार ; पांच
indexable सर्च इंजन|खोज इंजन
print प्रिंट|अखबार|अख़बार|पत्रिका|मुद्रित|समाचार पत्र
online ऑनलाइन|इंटरनेट|वेब|डिजिटल
noncommercial गैर-?\s?व्यावसायिक|गैर-?\s?वाणिज्यिक|निजी|व्यक्तिगत
commercial व्यावसायिक|वाणिज्यिक
percent प्रतिशत
fractions आधा|आधे ; एक तिहाई ; एक चौथाई
veto कुकी|गोपनीयता|व्यक्तिगत डेटा|टिप्पणी|टिप्पणियों|क्लिक करें|लिंक कॉपी|कॉपी लिंक|सॉफ्टवेयर|पासवर्ड|सदस्यता|डाउनलोड
news अदालत|कोर्ट|पुलिस|ने कहा|मंत्री|सरकार|संसद|के अनुसार
self ©|कॉपीराइट|सर्वाधिकार|इस |हमारे|हमारी|वेबसाइट|संपादक|सामग्री
`;
