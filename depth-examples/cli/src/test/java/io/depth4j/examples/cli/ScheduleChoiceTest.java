package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.PipelineOptions.Schedule;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ScheduleChoiceTest {

    private static Schedule schedule(String... words) {
        return CommandLine.populateCommand(new ScheduleChoice(), words).over(Schedule.defaults());
    }

    @Test
    void whatIsNotSaidIsAsInTheLibrary() {
        assertThat(schedule()).isEqualTo(Schedule.defaults());
        assertThat(schedule("--every", "6h")).isEqualTo(Schedule.defaults().withEvery(Duration.ofHours(6)));
        assertThat(schedule("--daily", "21:30")).isEqualTo(Schedule.defaults().withDaily(LocalTime.of(21, 30)));
    }

    @Test
    void eitherCanBeOff() {
        assertThat(schedule("--every", "off")).isEqualTo(Schedule.defaults().withoutEvery());
        assertThat(schedule("--daily", "off")).isEqualTo(Schedule.defaults().withoutDaily());
        assertThat(schedule("--every", "off", "--daily", "off")).isEqualTo(Schedule.off());
    }
}
