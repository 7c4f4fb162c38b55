import styles from './first-use-picture.module.css';

/** Three quiet badges, half out of a pocket. */
export function FirstUsePicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 240 150" aria-hidden="true" focusable="false">
      <g className={styles.side}>
        <path d="M74 34l17 9.500v20L74 73l-17-9.500v-20z" />
        <path className={styles.mark} d="m68 52 4.500 4.500 8-9" />
      </g>
      <g className={styles.side}>
        <path d="M168 34c6 4 13 6 20 6v16c0 10-8 17-20 22-12-5-20-12-20-22V40c7 0 14-2 20-6z" />
        <path className={styles.mark} d="M168 46v16M160 54h16" />
      </g>
      <g className={styles.front}>
        <path d="m120 10 8.500 5.500 10.100-.4 3.500 9.500 8.400 5.600-2.800 9.800 2.800 9.700-8.400 5.700-3.500 9.500-10.100-.4-8.500 5.500-8.500-5.500-10.100.4-3.500-9.500-8.400-5.700 2.800-9.700-2.800-9.800 8.400-5.600 3.500-9.500 10.100.4z" />
        <path className={styles.mark} d="m110 38 7 7 13.500-15" />
      </g>
      <path
        className={styles.pocket}
        d="M32 64c28 9 58 13 88 13s60-4 88-13v50c0 15-11 26-26 26H58c-15 0-26-11-26-26z"
      />
      <path
        className={styles.seam}
        d="M41 76c26 7 52 10 79 10s53-3 79-10v37c0 10-7 18-17 18H58c-10 0-17-8-17-18z"
      />
    </svg>
  );
}
