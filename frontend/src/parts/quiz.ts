// What learns: home, which knows how far its reader is, quizzes, the review, the exam, a team's records, who uses the device.
import "../elements/home.js";
import "../elements/profile.js";
import "../elements/quiz.js";
import "../elements/quiz-review.js";
import "../elements/quiz-exam.js";
import "../elements/team.js";
