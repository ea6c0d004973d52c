/**
 * How learning systems call the columns of their result tables. Data, not code: a system with other words is a line here.
 *
 * Read from the exports of Moodle (quiz, SCORM, grader and completion reports, in five languages) and from a generic table with the first name of each list.
 * Compared without regard to case, marks and what stands in brackets or behind a slash: `Grade/100.00` is `grade`, out of 100.
 */
export type Column = 'learner' | 'email' | 'number' | 'name' | 'firstName' | 'lastName' | 'course' | 'completed' | 'passed' | 'score' | 'before' | 'rating' | 'date' | 'rollout' | 'phase';

export const columnNames: Readonly<Record<Column, readonly string[]>> = {
  learner: ['learner', 'learner id', 'user', 'user id', 'username', 'login', 'student', 'student id', 'usuario', 'nombre de usuario', 'usuário', 'identificação de usuário', 'nama pengguna', 'peserta', 'ชื่อผู้ใช้', 'ผู้เรียน'],
  email: ['email', 'email address', 'e-mail', 'mail', 'dirección de correo', 'correo', 'correo electrónico', 'endereço de email', 'endereço de e-mail', 'alamat email', 'surel', 'ที่อยู่อีเมล', 'อีเมล'],
  number: ['id number', 'employee id', 'employee number', 'driver id', 'staff id', 'número de id', 'número de identificación', 'número de identificação', 'matrícula', 'nomor id', 'nomor induk', 'รหัสประจำตัว', 'id'],
  name: ['name', 'full name', 'first name / last name', 'nombre completo', 'nome completo', 'nama lengkap', 'nombre', 'nome', 'nama', 'ชื่อเต็ม', 'ชื่อ - นามสกุล'],
  firstName: ['first name', 'given name', 'nombre(s)', 'primeiro nome', 'nama depan', 'ชื่อ'],
  lastName: ['last name', 'surname', 'family name', 'apellido', 'apellidos', 'sobrenome', 'último nome', 'nama belakang', 'nama keluarga', 'นามสกุล'],
  course: ['course', 'course id', 'course name', 'course full name', 'course short name', 'curso', 'kursus', 'รายวิชา', 'หลักสูตร'],
  completed: ['completed', 'complete', 'completion', 'completion status', 'course complete', 'course completed', 'status', 'state', 'lesson status', 'completado', 'finalizado', 'estado', 'estado de finalización', 'concluído', 'completo', 'situação', 'situação de conclusão', 'selesai', 'kondisi', 'เสร็จสมบูรณ์', 'สถานะ'],
  passed: ['passed', 'pass', 'success', 'success status', 'aprobado', 'aprovado', 'lulus', 'ผ่าน'],
  score: ['score', 'grade', 'final grade', 'final score', 'quiz score', 'after', 'percent', 'percentage', 'mark', 'course total', 'total', 'calificación', 'total del curso', 'puntuación', 'puntaje', 'nota', 'avaliar', 'pontuação', 'total do curso', 'nilai', 'skor', 'total kursus', 'คะแนน', 'คะแนนรวม'],
  before: ['before', 'score before', 'pre-test', 'pretest', 'pre test', 'antes', 'prueba inicial', 'teste inicial', 'sebelum', 'tes awal', 'ก่อนเรียน'],
  rating: ['rating', 'useful', 'learner rating', 'satisfaction', 'valoración', 'utilidad', 'nota do aluno', 'utilidade', 'penilaian', 'manfaat', 'ความพึงพอใจ'],
  date: ['date', 'completed on', 'completion date', 'finished on', 'fecha', 'data', 'tanggal', 'วันที่'],
  rollout: ['rollout'],
  phase: ['phase', 'fase', 'tahap'],
};

/** What stands in a column that says whether something was done. A date says that it was. */
export const yes: readonly string[] = [
  'yes', 'y', 'true', '1', 'x', 'complete', 'completed', 'completed (achieved pass grade)', 'completed (did not achieve pass grade)', 'finished', 'done', 'passed', 'pass', 'failed', 'sí', 'si', 'completado', 'finalizado', 'aprobado',
  'reprobado', 'sim', 'concluído', 'concluída', 'completo', 'finalizada', 'aprovado', 'reprovado', 'ya', 'selesai', 'lulus', 'tidak lulus', 'ใช่', 'เสร็จ', 'เสร็จสมบูรณ์', 'เสร็จสิ้น', 'ผ่าน', 'ไม่ผ่าน',
];
export const no: readonly string[] = [
  '', '-', 'no', 'n', 'false', '0', 'incomplete', 'not completed', 'not complete', 'in progress', 'not attempted', 'not started', 'browsed', 'unknown', 'overdue', 'never submitted', 'no completado', 'incompleto', 'en curso',
  'no iniciado', 'sin finalizar', 'não', 'não concluído', 'em andamento', 'em progresso', 'não iniciado', 'nunca submetido', 'tidak', 'belum', 'belum selesai', 'sedang berlangsung', 'ไม่', 'ไม่ใช่', 'ยังไม่เสร็จ', 'กำลังดำเนินการ', 'ยังไม่เริ่ม',
];
/** Of those above: the ones that also say how it went. */
export const passWords: readonly string[] = ['passed', 'pass', 'completed (achieved pass grade)', 'aprobado', 'aprovado', 'lulus', 'ผ่าน'];
export const failWords: readonly string[] = ['failed', 'fail', 'completed (did not achieve pass grade)', 'reprobado', 'reprovado', 'tidak lulus', 'ไม่ผ่าน'];
