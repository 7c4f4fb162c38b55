import styles from './first-use-picture.module.css';

/** Three quiet badges, half out of a pocket. */
export function FirstUsePicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 240 150" aria-hidden="true" focusable="false">
      <g className={styles.side}>
        <path d="M70 26l17 9.500v20L70 65l-17-9.500v-20z" />
        <path className={styles.mark} d="m63 45 5 5 9-10" />
      </g>
      <g className={styles.side}>
        <circle cx="170" cy="46" r="20" />
        <path className={styles.mark} d="M170 36v20M160 46h20" />
      </g>
      <g className={styles.front}>
        <path d="m120 8 7.600 5 9.100-.4 3.100 8.500 7.500 5.100-2.500 8.800 2.500 8.700-7.500 5.200-3.100 8.500-9.100-.4-7.600 5-7.600-5-9.100.4-3.100-8.500-7.500-5.200 2.500-8.700-2.500-8.800 7.500-5.100 3.100-8.500 9.100.4z" />
        <path className={styles.mark} d="m111 35.500 6.500 6.500 12-13.500" />
      </g>
      <path className={styles.pocket} d="M34 66h172v48c0 15-11 26-26 26H60c-15 0-26-11-26-26z" />
      <path className={styles.seam} d="M44 76h152v37c0 10-7 17-17 17H61c-10 0-17-7-17-17z" />
      <path className={styles.flap} d="M108 66h24v16l-12 7-12-7z" />
    </svg>
  );
}
